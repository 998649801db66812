import { sql } from 'kysely'
import { db } from '#db/client.ts'

export type GoalRow = Awaited<ReturnType<typeof listGoals>>[number]

/** The chapters in their order, with the last good text of each. */
export function listChapters(conceptId: string) {
  return db()
    .selectFrom('conceptChapters as c')
    .innerJoin('documents as d', 'd.id', 'c.documentId')
    .innerJoin('documentContents as t', 't.documentId', 'c.documentId')
    .where('c.conceptId', '=', conceptId)
    .where('c.deletedAt', 'is', null)
    .select(['c.id', 'c.kind', 'c.title', 'c.visibility', 'c.documentId', 'd.number', 't.content'])
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()
}

/** Goals of the school; those of single authors are nobody else's. */
export function listGoals(conceptId: string) {
  return db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .where('visibility', '<>', 'authors')
    .select([
      'id',
      'title',
      'why',
      'successSign',
      'dimension',
      'competencies',
      'subjects',
      'gradeLevels',
      'status',
      'networkGoalId',
      'adoptedSchool',
      'visibility',
    ])
    .select(sql<string>`due_on::text`.as('dueOn'))
    .orderBy('position')
    .orderBy('number')
    .execute()
}

/** Reflections that the school marked to go out, the latest wording of each. */
export function listReflections(conceptId: string) {
  return db()
    .selectFrom('conceptReflections as r')
    .where('r.conceptId', '=', conceptId)
    .where('r.visibility', 'in', ['network', 'public'])
    .where(
      sql<boolean>`not exists (select from concept_reflections later where later.corrects = r.id)`,
    )
    .select(['r.id', 'r.visibility', 'r.whatWeDid', 'r.use', 'r.benefit', 'r.surprise'])
    .select(['r.hindrance', 'r.nextStep'])
    .orderBy('r.heldOn')
    .orderBy('r.id')
    .execute()
}

/** Says of these chapters who reads them; those that have it already stay as they are. */
export async function updateVisibility(
  conceptId: string,
  chapters: { id: string; visibility: string }[],
): Promise<void> {
  await sql`update concept_chapters c set visibility = given.visibility, version = c.version + 1
    from unnest(${chapters.map(({ id }) => id)}::uuid[], ${chapters.map((one) => one.visibility)}::text[])
      as given (id, visibility)
    where c.id = given.id and c.concept_id = ${conceptId} and c.visibility <> given.visibility`.execute(
    db(),
  )
}
