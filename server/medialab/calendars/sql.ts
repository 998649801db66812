import { sql } from 'kysely'
import { db } from '#db/client.ts'

export type CalendarRow = {
  dateId: string
  offerId: string
  year: number
  number: number
  purpose: string
  name: string
  quantity: number
  isLoan: boolean
  startsAt: Date
  endsAt: Date
  changedAt: Date
  version: number
  place: string | null
}

const ROW = sql`d.id as date_id, x.offer_id, b.year, b.number, b.purpose, o.name, x.quantity, d.is_loan, d.starts_at,
  d.ends_at, d.changed_at, d.version,
  (select concat_ws(', ', coalesce(room.name, case when o.kind = 'room' then o.name end), s.name, nullif(s.address, ''))
    from lab_sites s where s.is_lab) as place
  from lab_bookings b join lab_dates d on d.booking_id = b.id join lab_date_offers x on x.date_id = d.id
    join lab_offers o on o.id = x.offer_id left join lab_offers room on room.id = o.room_id`
/** What is called off is in no calendar any more. */
const AGREED = sql`d.state not in ('requested', 'rejected', 'cancelled', 'expired', 'no_show')`

/** One line for each thing on each date of a booking. */
export async function listOfBooking(bookingId: string): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`select ${ROW} where b.id = ${bookingId} and ${AGREED}
    order by d.starts_at, o.name`.execute(db())
  return rows
}

/** The same for all that a person answers for. */
export async function listOfPerson(
  personId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`select ${ROW}
    where b.person_id = ${personId} and d.ends_at >= ${since} and ${AGREED}
    order by d.starts_at, d.id, o.name limit ${limit}`.execute(db())
  return rows
}
