import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { GoalMeasures } from '#db/types.ts'
import type { Person } from '../contract.ts'
import type { MeasureStatus } from './contract.ts'

const measures = () =>
  db()
    .selectFrom('goalMeasures as m')
    .select([
      ...(['m.id', 'm.goalId', 'm.title', 'm.nextStep', 'm.dueOn', 'm.blockedBy'] as const),
      ...(['m.version', 'm.supportRequestId', 'm.deletedAt'] as const),
    ])
    .select([
      sql<MeasureStatus>`m.status`.as('status'),
      sql<Person[]>`(select coalesce(json_agg(json_build_object('id', p.id,
          'name', p.first_name || ' ' || p.last_name) order by p.last_name, p.first_name), '[]')
        from measure_owners o join persons p on p.id = o.person_id where o.measure_id = m.id)`.as(
        'owners',
      ),
    ])
export type MeasureRow = NonNullable<Awaited<ReturnType<typeof findMeasure>>>

/** What is to be done first, then what is over. */
export function listMeasures(goalId: string) {
  return measures()
    .where('m.goalId', '=', goalId)
    .where('m.deletedAt', 'is', null)
    .orderBy(sql`m.status in ('done', 'dropped')`)
    .orderBy(sql`m.due_on nulls last`)
    .orderBy('m.createdAt')
    .execute()
}

export function findMeasure(goalId: string, id: string) {
  return measures().where('m.goalId', '=', goalId).where('m.id', '=', id).executeTakeFirst()
}

export async function countMeasures(goalId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('goalMeasures')
    .where('goalId', '=', goalId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** @returns undefined when this very form was sent before */
export function insertMeasure(row: Insertable<GoalMeasures>) {
  return db()
    .insertInto('goalMeasures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Every change counts the version up. */
export async function updateMeasure(
  id: string,
  row: Omit<Updateable<GoalMeasures>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('goalMeasures')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function replaceOwners(measureId: string, personIds: string[]): Promise<void> {
  await sql`with gone as (delete from measure_owners where measure_id = ${measureId}::uuid
      and person_id <> all(${personIds}::uuid[]))
    insert into measure_owners (measure_id, person_id)
    select ${measureId}::uuid, id from unnest(${personIds}::uuid[]) as w (id)
    on conflict do nothing`.execute(db())
}

export function findRequest(number: number) {
  return db()
    .selectFrom('supportRequests')
    .where('number', '=', number)
    .select('id')
    .executeTakeFirst()
}
