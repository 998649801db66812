import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DateState } from '../../contract.ts'
import type { Reminder } from './rules.ts'

export type LateRow = {
  id: string
  bookingId: string
  year: number
  number: number
  position: number
  state: DateState
  isLoan: boolean
  startsAt: Date
  endsAt: Date
  version: number
  offers: string[]
  firstName: string | null
  lastName: string | null
  school: string | null
  schoolEmail: string | null
  phone: string
  outAt: Date | null
  /** Of the reminders that went out for the day it is due. */
  reminders: { kind: string; at: string }[]
  /** Somebody waits behind it. */
  waiting: number
}

const LATE = sql`d.id, d.booking_id, b.year, b.number, d.position, d.state, d.is_loan, d.starts_at, d.ends_at, d.version,
  array(select distinct o.name from lab_claims c join lab_resources r on r.id = c.resource_id
    join lab_offers o on o.id = r.offer_id where c.date_id = d.id and c.lock is distinct from 0 order by o.name) as offers,
  p.first_name, p.last_name, s.name as school, s.official_email as school_email, b.phone, h.out_at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', m.kind, 'at', m.at) order by m.at) from lab_reminders m
    where m.date_id = d.id), '[]') as reminders,
  (select count(distinct t.date_id)::int from lab_claims c join lab_troubles t on t.resource_id = c.resource_id
    and t.kind = 'late' and t.resolved_at is null where c.date_id = d.id) as waiting`
const AROUND = sql`join lab_bookings b on b.id = d.booking_id left join persons p on p.id = b.person_id
  left join schools s on s.id = b.school_id left join lab_handovers h on h.date_id = d.id`
/** Out, as the index of what is out has it. */
const OUT = sql`d.state in ('out', 'partly_back')`

export async function listLate(
  before: Date,
  { size, offset }: { size: number; offset: number },
): Promise<LateRow[]> {
  const { rows } = await sql<LateRow>`select ${LATE} from lab_dates d ${AROUND}
    where ${OUT} and d.ends_at <= ${before} order by d.ends_at, d.id limit ${size} offset ${offset}`.execute(
    db(),
  )
  return rows
}

export async function countLate(before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from lab_dates d
    where ${OUT} and d.ends_at <= ${before}`.execute(db())
  return rows[0]?.count ?? 0
}

export type DueRow = {
  id: string
  isLoan: boolean
  endsAt: Date
  outAt: Date | null
  resourceIds: string[]
  sent: Reminder[]
}

/** What is out and due before then, with what was sent for the day it is due. */
export async function listDue(before: Date): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`select d.id, d.is_loan, d.ends_at, h.out_at,
      array(select c.resource_id from lab_claims c where c.date_id = d.id) as resource_ids,
      array(select m.kind from lab_reminders m where m.date_id = d.id and m.kind <> 'by_hand'
        and m.on_day = ((d.ends_at - interval '1 second') at time zone 'Europe/Berlin')::date) as sent
    from lab_dates d left join lab_handovers h on h.date_id = d.id
    where ${OUT} and d.ends_at <= ${before} order by d.ends_at, d.id limit 1000`.execute(db())
  return rows
}

/** @returns those of the kinds that nobody had written down before */
export async function insertReminders(
  dateId: string,
  kinds: string[],
  { onDay, at, by }: { onDay: string; at: Date; by: string | null },
): Promise<string[]> {
  const rows = await db()
    .insertInto('labReminders')
    .values(kinds.map((kind) => ({ dateId, kind, onDay, at, sentBy: by })))
    .onConflict((conflict) => conflict.columns(['dateId', 'kind', 'onDay']).doNothing())
    .returning('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function findLate(dateId: string): Promise<LateRow | undefined> {
  const { rows } = await sql<LateRow>`select ${LATE} from lab_dates d ${AROUND}
    where d.id = ${dateId}::uuid`.execute(db())
  return rows[0]
}
