import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { TalkDates } from '#db/types.ts'
import type { Side } from '../contract.ts'

export function listDates(talkId: string) {
  return db()
    .selectFrom('talkDates')
    .where('talkId', '=', talkId)
    .where('answer', 'in', ['open', 'accepted'])
    .select(['id', 'startsAt', 'endsAt', 'place'])
    .select([sql<Side>`side`.as('side'), sql<'open' | 'accepted'>`answer`.as('answer')])
    .orderBy('startsAt')
    .execute()
}

/** The same date of the same side is there once; one that was declined is open again. */
export async function insertDates(rows: Insertable<TalkDates>[]): Promise<void> {
  await db()
    .insertInto('talkDates')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['talkId', 'side', 'startsAt'])
        .doUpdateSet((eb) => ({
          answer: 'open',
          endsAt: eb.ref('excluded.endsAt'),
          place: eb.ref('excluded.place'),
        }))
        .where('talkDates.answer', '=', 'declined'),
    )
    .execute()
}

/** All other proposals have had their time. */
export async function settleDates(talkId: string, acceptedId: string): Promise<void> {
  await sql`update talk_dates set answer = 'declined' where talk_id = ${talkId} and id <> ${acceptedId}`.execute(
    db(),
  )
  await sql`update talk_dates set answer = 'accepted' where id = ${acceptedId}`.execute(db())
}

export async function removeDate(id: string): Promise<void> {
  await db().deleteFrom('talkDates').where('id', '=', id).where('answer', '=', 'open').execute()
}

/** Talks of a person that have a date: invited, or speaking for the school; of the Amt only who takes part. */
export async function listAgreedDates(
  personId: string,
  { schoolIds, since, limit }: { schoolIds: string[]; since: Date; limit: number },
) {
  const { rows } = await sql<{
    id: string
    number: number
    school: string
    place: string
    startsAt: Date
    endsAt: Date
    changedAt: Date
    version: number
  }>`select t.id, t.number, s.name as school, t.place, t.starts_at, t.ends_at, t.changed_at, t.version
    from equipment_talks t join schools s on s.id = t.school_id
    where t.id in (select o.id from equipment_talks o where o.school_id = any(${schoolIds}::uuid[])
      union select p.talk_id from talk_people p where p.person_id = ${personId})
      and t.ends_at >= ${since} order by t.starts_at limit ${limit}`.execute(db())
  return rows
}
