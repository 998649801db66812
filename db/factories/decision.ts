import type { Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ReviewCases } from '#db/types.ts'

/** All that was ever released of a use, the newest first. */
export const releasesOf = (scenarioId: string) =>
  db()
    .selectFrom('releases')
    .where('scenarioId', '=', scenarioId)
    .orderBy('decidedAt', 'desc')
    .orderBy('number', 'desc')
    .selectAll()
    .execute()

/** Puts a case where an act of another part of the house would have put it. */
export async function moveCaseTo(id: string, row: Updateable<ReviewCases>): Promise<void> {
  await db().updateTable('reviewCases').set(row).where('id', '=', id).execute()
}
