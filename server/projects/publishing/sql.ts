import { db } from '#db/client.ts'
import type { NameUse } from '../contract.ts'

/** Everything that goes out with a Vorhaben beside its own row: for looking whether it names a child. */
export async function findTextsOf(projectId: string): Promise<string[]> {
  const [own, software, equipment, report] = await Promise.all([
    db()
      .selectFrom('projects')
      .where('id', '=', projectId)
      .select(['title', 'summary', 'planWords'])
      .executeTakeFirstOrThrow(),
    db()
      .selectFrom('projectSoftware')
      .where('projectId', '=', projectId)
      .select(['name', 'purpose'])
      .execute(),
    db()
      .selectFrom('projectEquipment')
      .where('projectId', '=', projectId)
      .select(['name', 'note'])
      .execute(),
    db()
      .selectFrom('closingReports')
      .where('projectId', '=', projectId)
      .select(['oneSentence', 'context', 'approach', 'result', 'surprise', 'wouldChange', 'effort'])
      .executeTakeFirst(),
  ])
  return [own, ...software, ...equipment, report ?? {}].flatMap((row) => Object.values(row))
}

export async function updateNameUse(
  projectId: string,
  personId: string,
  nameUse: NameUse,
  decidedAt: Date,
): Promise<void> {
  await db()
    .updateTable('projectAuthors')
    .set({ nameUse, decidedAt })
    .where('projectId', '=', projectId)
    .where('personId', '=', personId)
    .execute()
}
