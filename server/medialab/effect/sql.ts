import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { bookingNumber } from '../paths.ts'
import type { ComingDate } from './contract.ts'

const LIVE = sql`d.state in ('requested', 'confirmed', 'prepared', 'out', 'partly_back')`
/** No loan and no use takes longer. */
const LONGEST = sql`interval '420 days'`

type Row = Omit<ComingDate, 'number'> & { year: number; number: number }
const coming = (
  where: ReturnType<typeof sql>,
) => sql<Row>`select d.id, d.booking_id, b.year, b.number, d.starts_at,
    d.ends_at, d.is_loan, d.state in ('out', 'partly_back') as is_out, s.name as school,
    coalesce((select jsonb_agg(jsonb_build_object('name', o.name, 'kind', o.kind) order by o.name)
      from lab_date_offers held join lab_offers o on o.id = held.offer_id where held.date_id = d.id), '[]') as offers
  from lab_dates d join lab_bookings b on b.id = d.booking_id left join schools s on s.id = b.school_id
  where ${LIVE} and ${where} order by d.starts_at, d.id`

const namedIn = (rows: Row[]): ComingDate[] =>
  rows.map(({ year, number, ...row }) => ({ ...row, number: bookingNumber({ year, number }) }))

/** What is booked between two moments and not over. */
export async function listBetween(from: Date, to: Date): Promise<ComingDate[]> {
  const { rows } = await coming(
    sql`d.starts_at >= ${from}::timestamptz - ${LONGEST} and d.starts_at < ${to} and d.ends_at > ${from}`,
  ).execute(db())
  return namedIn(rows)
}

export async function listDates(ids: string[]): Promise<ComingDate[]> {
  const { rows } = await coming(sql`d.id = any(${ids}::uuid[])`).execute(db())
  return namedIn(rows)
}

/** What is booked of an offer and not over; of a room also what lies in it. */
export async function listOfOffer(offerId: string, at: Date): Promise<ComingDate[]> {
  const { rows } = await coming(sql`d.ends_at > ${at} and exists (select from lab_date_offers held
    where held.date_id = d.id and held.offer_id = ${offerId})`).execute(db())
  return namedIn(rows)
}

/** What is to be fetched at a place and has not gone out. */
export async function listToSite(siteId: string, at: Date): Promise<ComingDate[]> {
  const { rows } = await coming(sql`b.out_site_id = ${siteId} and d.ends_at > ${at}
    and d.state in ('requested', 'confirmed', 'prepared')`).execute(db())
  return namedIn(rows)
}

/** What holds a resource from now on, in the order in which it was booked. */
export async function listHolders(
  resourceId: string,
  at: Date,
): Promise<{ dateId: string; quantity: number; from: Date; to: Date; isShared: boolean }[]> {
  const { rows } = await sql<{
    dateId: string
    quantity: number
    from: Date
    to: Date
    isShared: boolean
  }>`select c.date_id, c.quantity, lower(c.blocked) as from, upper(c.blocked) as to,
      c.lock is not distinct from 0 as is_shared
    from lab_claims c join lab_dates d on d.id = c.date_id join lab_bookings b on b.id = d.booking_id
    where c.resource_id = ${resourceId} and c.is_active and c.blocked && tstzrange(${at}, null) and ${LIVE}
    order by b.created_at, b.id, d.position`.execute(db())
  return rows
}

/** Says on these dates why they do not fit any more. */
export async function markUnfit(ids: string[], reason: string, at: Date): Promise<void> {
  await sql`update lab_dates set state_reason = ${reason}, changed_at = ${at}, version = version + 1
    where id = any(${ids}::uuid[])`.execute(db())
}
