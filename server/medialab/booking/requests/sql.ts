import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { IS_HELD } from '../sql.ts'
import type { Rank } from './contract.ts'

const OPEN_PHASES = sql`('idea', 'forming', 'focus', 'design', 'trial', 'evaluate', 'transfer')`

/** Does it belong to a group that works, or to an Innovationsprojekt that runs? */
const RUNS = sql<boolean>`(exists (select from plgs g where g.id = b.plg_id and g.phase in ${OPEN_PHASES}
    and not g.is_paused)
  or exists (select from projects v where v.id = b.project_id and v.kind = 'innovation' and v.status = 'running'))`

/** Has the school had any of it since then? */
const had = (since: Date) => sql<boolean>`exists (select from lab_bookings o
    join lab_dates e on e.booking_id = o.id and e.starts_at >= ${since}
      and e.state in ('out', 'partly_back', 'back', 'closed')
    join lab_date_offers mine on mine.date_id = e.id
    where o.school_id = b.school_id and o.id <> b.id and mine.offer_id in (
      select x.offer_id from lab_dates d join lab_date_offers x on x.date_id = d.id where d.booking_id = b.id))`

/** What is held for somebody who waits is nobody's request yet. */
const ASKED = sql`d.state = 'requested' and not ${IS_HELD}`

/** Bookings one by one: there are few that are asked for, whatever a plan for any number believes. */
const REQUESTED = sql`(select distinct d.booking_id from lab_dates d where ${ASKED}) asked
  cross join lateral (select * from lab_bookings one where one.id = asked.booking_id offset 0) b`

/** Open requests in the order of rule 15, with why. */
export async function listRequested(
  since: Date,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ id: string; rank: Rank }[]> {
  const { rows } = await sql<{ id: string; rank: Rank }>`select id, rank from (
      select b.id, b.created_at, b.number, case when ${RUNS} then 'project' when not ${had(since)} then 'first_in_a_year'
        else 'in_order' end as rank
      from ${REQUESTED}) requests
    order by array_position(array['project', 'first_in_a_year', 'in_order'], rank), created_at, number
    limit ${limit} offset ${offset}`.execute(db())
  return rows
}

export async function countRequested(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct d.booking_id)::int as count
    from lab_dates d where ${ASKED}`.execute(db())
  return rows[0]?.count ?? 0
}

/** Numbers of bookings with a request whose time has come. */
export async function listExpired(at: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select distinct b.number from lab_dates d
    join lab_bookings b on b.id = d.booking_id
    where ${ASKED} and d.starts_at <= ${at} order by b.number limit ${limit}`.execute(db())
  return rows.map(({ number }) => number)
}

const WAITS = sql`${ASKED} and d.principal_at is null and exists (select from lab_date_offers x
  join lab_offers o on o.id = x.offer_id where x.date_id = d.id and o.approval = 'smz_and_principal')`

/** Bookings of these schools to which the Schulleitung has to agree, the next one first. */
export async function listToConsent(
  schoolIds: string[],
  { at, limit }: { at: Date; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select b.id from lab_dates d join lab_bookings b on b.id = d.booking_id
    where b.school_id = any(${schoolIds}::uuid[]) and d.starts_at > ${at} and ${WAITS}
    group by b.id order by min(d.starts_at), b.id limit ${limit}`.execute(db())
  return rows.map(({ id }) => id)
}
