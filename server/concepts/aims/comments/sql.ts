import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { NetworkGoalComments } from '#db/types.ts'

/** What schools said to a proposal, the first first. */
export function listComments(goalId: string) {
  return db()
    .selectFrom('networkGoalComments as k')
    .innerJoin('schools as s', 's.id', 'k.schoolId')
    .where('k.goalId', '=', goalId)
    .orderBy('k.createdAt')
    .orderBy('k.id')
    .limit(500)
    .select(['k.id', 'k.body', 'k.hiddenReason', 'k.authorId', 'k.createdAt', 's.name as school'])
    .execute()
}

/** Sent twice it is one. */
export async function insertComment(row: Insertable<NetworkGoalComments>): Promise<void> {
  await db()
    .insertInto('networkGoalComments')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false when there is none of this goal */
export async function setHidden(
  goalId: string,
  id: string,
  hiddenReason: string | null,
): Promise<boolean> {
  const changed = await db()
    .updateTable('networkGoalComments')
    .set({ hiddenReason })
    .where('id', '=', id)
    .where('goalId', '=', goalId)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** @returns false when there is none of this person */
export async function deleteOwn(goalId: string, id: string, personId: string): Promise<boolean> {
  const gone = await db()
    .deleteFrom('networkGoalComments')
    .where('id', '=', id)
    .where('goalId', '=', goalId)
    .where('authorId', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
