import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptTrainings } from '#db/types.ts'
import type { TrainingFormat, TrainingStatus } from './contract.ts'

const trainings = () =>
  db()
    .selectFrom('conceptTrainings as t')
    .leftJoin('conceptGoals as g', (join) =>
      join.onRef('g.id', '=', 't.goalId').on('g.deletedAt', 'is', null),
    )
    .select([
      ...(['t.id', 't.topic', 't.forWhom', 't.count', 't.dueSchoolYear', 't.dueHalf'] as const),
      ...(['t.goalId', 't.version', 't.deletedAt', 'g.visibility as goalVisibility'] as const),
      ...(['g.title as goalTitle', 'g.number as goalNumber'] as const),
      sql<TrainingFormat>`t.format`.as('format'),
      sql<TrainingStatus>`t.status`.as('status'),
    ])

/** What is still to come first. */
export function listTrainings(conceptId: string, limit: number, offset: number) {
  return trainings()
    .where('t.conceptId', '=', conceptId)
    .where('t.deletedAt', 'is', null)
    .orderBy(sql`t.status in ('done', 'dropped')`)
    .orderBy(sql`t.due_school_year nulls last`)
    .orderBy('t.dueHalf')
    .orderBy('t.createdAt')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countTrainings(conceptId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('conceptTrainings')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function findTraining(conceptId: string, id: string) {
  return trainings().where('t.conceptId', '=', conceptId).where('t.id', '=', id).executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertTraining(row: Insertable<ConceptTrainings>) {
  return db()
    .insertInto('conceptTrainings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateTraining(
  id: string,
  row: Omit<Updateable<ConceptTrainings>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('conceptTrainings')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
