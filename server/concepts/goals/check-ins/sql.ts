import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { GoalCheckIns } from '#db/types.ts'
import type { Mood } from '../contract.ts'

/** @returns undefined when this very form was sent before */
export function insertCheckIn(row: Insertable<GoalCheckIns>) {
  return db()
    .insertInto('goalCheckIns')
    .values(row)
    .onConflict((conflict) => conflict.columns(['byId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** The newest first. */
export function listCheckIns(goalId: string, limit: number, offset: number) {
  return db()
    .selectFrom('goalCheckIns as i')
    .leftJoin('persons as p', 'p.id', 'i.byId')
    .where('i.goalId', '=', goalId)
    .orderBy('i.at', 'desc')
    .limit(limit)
    .offset(offset)
    .select(['i.id', 'i.text', 'i.at', 'p.firstName', 'p.lastName'])
    .select(sql<Mood>`i.mood`.as('mood'))
    .execute()
}

export async function countCheckIns(goalId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('goalCheckIns')
    .where('goalId', '=', goalId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
