import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ClosingReports } from '#db/types.ts'
import type { Recommendation } from './contract.ts'

export function findReport(projectId: string) {
  return db()
    .selectFrom('closingReports')
    .where('projectId', '=', projectId)
    .select([
      'oneSentence',
      'context',
      'approach',
      'result',
      'surprise',
      'wouldChange',
      'effort',
      'version',
      sql<Recommendation>`recommendation`.as('recommendation'),
    ])
    .executeTakeFirst()
}

/** The caller holds the row of the Vorhaben. */
export async function putReport(row: Insertable<ClosingReports>): Promise<void> {
  const { projectId: _, ...set } = row
  await db()
    .insertInto('closingReports')
    .values(row)
    .onConflict((conflict) => conflict.column('projectId').doUpdateSet(set))
    .execute()
}
