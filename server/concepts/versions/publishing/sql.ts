import { db } from '#db/client.ts'

/** What of a version could leave the school: its texts with who reads them. */
export async function listTexts(versionId: string) {
  const [sections, goals, reflections] = await Promise.all([
    db()
      .selectFrom('conceptVersionSections')
      .where('versionId', '=', versionId)
      .select(['title', 'chapterId', 'visibility', 'content', 'words'])
      .orderBy('position')
      .execute(),
    db()
      .selectFrom('conceptVersionGoals')
      .where('versionId', '=', versionId)
      .select(['title', 'why', 'successSign', 'visibility'])
      .orderBy('position')
      .execute(),
    db()
      .selectFrom('conceptVersionReflections as v')
      .innerJoin('conceptReflections as r', 'r.id', 'v.reflectionId')
      .where('v.versionId', '=', versionId)
      .select(['v.visibility', 'r.whatWeDid', 'r.use', 'r.benefit', 'r.surprise'])
      .select(['r.hindrance', 'r.nextStep'])
      .execute(),
  ])
  return { sections, goals, reflections }
}
