import type { Insertable, Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { TrialRuns } from '#db/types.ts'

const trials = () =>
  db()
    .selectFrom('trialRuns as t')
    .leftJoin('schools as s', 's.id', 't.schoolId')
    .leftJoin('persons as p', 'p.id', 't.teacherId')
    .select([
      't.id',
      't.heldOn',
      't.gradeBand',
      't.subject',
      't.lessons',
      't.what',
      't.pupilsReaction',
      't.problem',
      't.version',
      't.teacherId',
      't.deletedAt',
      's.name as school',
      'p.firstName',
      'p.lastName',
    ])

export type TrialRow = Awaited<ReturnType<typeof listOf>>[number]

export const listOf = (projectId: string, limit: number) =>
  trials()
    .where('t.projectId', '=', projectId)
    .where('t.deletedAt', 'is', null)
    .orderBy('t.heldOn', 'desc')
    .orderBy('t.createdAt', 'desc')
    .limit(limit)
    .execute()

export const findTrial = (projectId: string, id: string) =>
  trials().where('t.projectId', '=', projectId).where('t.id', '=', id).executeTakeFirst()

export async function countOf(projectId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('trialRuns')
    .where('projectId', '=', projectId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Nothing happens when this very form was sent before. */
export async function insertTrial(row: Insertable<TrialRuns>): Promise<void> {
  await db()
    .insertInto('trialRuns')
    .values(row)
    .onConflict((conflict) => conflict.columns(['teacherId', 'clientKey']).doNothing())
    .execute()
}

export async function updateTrial(
  id: string,
  set: Omit<Updateable<TrialRuns>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('trialRuns')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
