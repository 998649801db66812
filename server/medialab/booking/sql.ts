import { type RawBuilder, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabBookings, LabDates } from '#db/types.ts'
import type { Act, BookedDate, BookedOffer } from './contract.ts'

export type BookingRow = {
  id: string
  year: number
  number: number
  personId: string | null
  createdBy: string | null
  schoolId: string | null
  school: string | null
  firstName: string | null
  lastName: string | null
  phone: string
  plgId: string | null
  projectId: string | null
  purpose: string
  subject: string
  grade: number | null
  participants: number | null
  outBy: 'pickup' | 'school_mail' | 'branch'
  outSiteId: string | null
  overrideReason: string
  linkHash: string | null
  version: number
  createdAt: Date
}

const COLUMNS = sql`b.id, b.year, b.number, b.person_id, b.created_by, b.school_id, s.name as school, p.first_name,
  p.last_name, b.phone, b.plg_id, b.project_id, b.purpose, b.subject, b.grade, b.participants, b.out_by, b.out_site_id,
  b.override_reason, b.link_hash, b.version, b.created_at`
const FROM = sql`lab_bookings b left join schools s on s.id = b.school_id left join persons p on p.id = b.person_id`

export async function listBookings(by: RawBuilder<unknown>): Promise<BookingRow[]> {
  const { rows } = await sql<BookingRow>`select ${COLUMNS} from ${FROM} where ${by}`.execute(db())
  return rows
}

export async function findBooking(
  by: { number: number } | { id: string } | { linkHash: string },
): Promise<BookingRow | undefined> {
  const [row] = await listBookings(
    'number' in by
      ? sql`b.number = ${by.number}`
      : 'id' in by
        ? sql`b.id = ${by.id}`
        : sql`b.link_hash = ${by.linkHash}`,
  )
  return row
}

export const listByIds = (ids: string[]) => listBookings(sql`b.id = any(${ids}::uuid[])`)

/** From here to the end of the transaction nobody else changes these bookings or a date of them. */
export async function lockBookings(numbers: number[]): Promise<void> {
  await sql`select id from lab_bookings where number = any(${numbers}::int[]) order by id for update`.execute(
    db(),
  )
  await sql`select d.id from lab_dates d join lab_bookings b on b.id = d.booking_id
    where b.number = any(${numbers}::int[]) order by d.id for update of d`.execute(db())
}

const OFFERS = sql<
  BookedOffer[]
>`coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug,
    'name', o.name, 'kind', o.kind, 'quantity', x.quantity, 'approval', o.approval, 'extensions', o.extensions,
    'room', room.name, 'code', (select min(r.code) from lab_claims c join lab_resources r on r.id = c.resource_id
      where c.date_id = d.id and r.offer_id = o.id)) order by o.kind, o.name)
  from lab_date_offers x join lab_offers o on o.id = x.offer_id left join lab_offers room on room.id = o.room_id
  where x.date_id = d.id), '[]')`

const DATE = sql`d.id, d.booking_id, d.position, d.is_loan, d.starts_at, d.ends_at, d.state, d.extended,
  d.is_late_cancelled, d.state_reason, d.principal_at, d.cancelled_from, d.changed_at, d.version, ${OFFERS} as offers`

/** The dates of these bookings, in their order. */
export async function listDates(bookingIds: string[]): Promise<BookedDate[]> {
  const { rows } = await sql<BookedDate>`select ${DATE} from lab_dates d
    where d.booking_id = any(${bookingIds}::uuid[]) order by d.booking_id, d.starts_at, d.position`.execute(
    db(),
  )
  return rows
}

export async function updateBooking(id: string, row: Updateable<LabBookings>): Promise<void> {
  await db()
    .updateTable('labBookings')
    .set({ ...row, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** What only the house keeps of a booking; who has it open has nothing new to see. */
export async function noteLetter(
  id: string,
  row: Pick<Updateable<LabBookings>, 'linkHash' | 'letterDueAt'>,
): Promise<void> {
  await db().updateTable('labBookings').set(row).where('id', '=', id).execute()
}

export async function updateDates(ids: string[], row: Updateable<LabDates>): Promise<void> {
  await db()
    .updateTable('labDates')
    .set({ ...row, version: sql<number>`version + 1` })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** Anew what was asked for on these dates. */
export async function replaceOffers(
  dateIds: string[],
  offers: { id: string; quantity: number }[],
): Promise<void> {
  await sql`delete from lab_date_offers where date_id = any(${dateIds}::uuid[])`.execute(db())
  const rows = dateIds.flatMap((dateId) =>
    offers.map(({ id, quantity }) => ({ dateId, offerId: id, quantity })),
  )
  if (rows.length > 0) await db().insertInto('labDateOffers').values(rows).execute()
}

export async function insertLog(line: {
  bookingId: string
  at: Date
  personId: string | null
  act: Act
  note: string
}): Promise<void> {
  await db()
    .insertInto('labBookingLog')
    .values({ ...line, note: line.note.slice(0, 600) })
    .execute()
}

/** Who did what with it, the newest first. */
export async function listLog(bookingId: string, limit: number) {
  const { rows } = await sql<{
    id: string
    at: Date
    act: Act
    note: string
    firstName: string | null
    lastName: string | null
  }>`select l.id::text as id, l.at, l.act, l.note, p.first_name, p.last_name from lab_booking_log l
    left join persons p on p.id = l.person_id
    where l.booking_id = ${bookingId} order by l.id desc limit ${limit}`.execute(db())
  return rows
}

export type SiteRow = { id: string; isLab: boolean; name: string; address: string; phone: string }

/** The lab, and where else it goes out. */
export async function listSites(outSiteId: string | null): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`select id, is_lab, name, address, phone from lab_sites
    where is_lab or id = ${outSiteId}::uuid`.execute(db())
  return rows
}

/** Held for somebody who waits for it and has not taken it: nobody has booked it, asked for it, or consents to it. */
export const IS_HELD = sql`exists (select from lab_waiting w where w.date_id = d.id and w.state <> 'accepted')`

type Shelf = 'next' | 'past'
export type OwnRow = BookedDate & {
  year: number
  number: number
  purpose: string
  school: string | null
}

const ENDED_SOON = sql`('requested', 'confirmed', 'prepared', 'out', 'partly_back')`
const ofShelf = (shelf: Shelf, at: Date) => {
  const isNext = sql`(d.state in ${ENDED_SOON} and (d.ends_at > ${at} or d.state in ('out', 'partly_back')))`
  return sql`${shelf === 'next' ? isNext : sql`not ${isNext}`} and not ${IS_HELD}`
}

/** A person's dates: those to come or still out, and all others. */
export async function listOwn(
  personId: string,
  { shelf, at, limit, offset = 0 }: { shelf: Shelf; at: Date; limit: number; offset?: number },
): Promise<OwnRow[]> {
  const order = shelf === 'next' ? sql`asc` : sql`desc`
  const { rows } = await sql<OwnRow>`select ${DATE}, b.year, b.number, b.purpose, s.name as school
    from lab_bookings b join lab_dates d on d.booking_id = b.id left join schools s on s.id = b.school_id
    where b.person_id = ${personId} and ${ofShelf(shelf, at)}
    order by d.starts_at ${order}, d.id limit ${limit} offset ${offset}`.execute(db())
  return rows
}

export async function countOwn(personId: string, shelf: Shelf, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from lab_bookings b join lab_dates d on d.booking_id = b.id
    where b.person_id = ${personId} and ${ofShelf(shelf, at)}`.execute(db())
  return rows[0]?.count ?? 0
}

const personOf = (bookingId: string, column: 'personId' | 'createdBy') =>
  db()
    .selectFrom('labBookings')
    .where('id', '=', bookingId)
    .where(column, 'is not', null)
    .select(`${column} as personId`)
    .$narrowType<{ personId: string }>()

/** Audience: who answers for it, and who typed it. */
export const ownersOf = (bookingId: string) =>
  personOf(bookingId, 'personId').union(personOf(bookingId, 'createdBy'))

/** Audience: who leads the school of a booking. */
export const headsOf = (bookingId: string, at: Date) =>
  db()
    .selectFrom('labBookings')
    .innerJoin('memberships', 'memberships.schoolId', 'labBookings.schoolId')
    .where('labBookings.id', '=', bookingId)
    .where('memberships.role', 'in', ['principal', 'deputy_principal'])
    .where('memberships.state', '=', 'confirmed')
    .where('memberships.validFrom', '<=', at)
    .where((eb) =>
      eb.or([eb('memberships.validUntil', 'is', null), eb('memberships.validUntil', '>', at)]),
    )
    .select('memberships.personId')

/** Audience: the SMZ. */
export const staffNow = (at: Date) =>
  db()
    .selectFrom('memberships')
    .where('role', '=', 'smz_staff')
    .where('schoolId', 'is', null)
    .where('state', '=', 'confirmed')
    .where('validFrom', '<=', at)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', at)]))
    .select('personId')

export async function findAddressee(personId: string) {
  return db()
    .selectFrom('persons')
    .where('id', '=', personId)
    .where('isActive', '=', true)
    .select(['email', 'firstName', 'lastName'])
    .executeTakeFirst()
}

export async function listLettersDue(at: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from lab_bookings
    where letter_due_at <= ${at} order by letter_due_at limit ${limit}`.execute(db())
  return rows.map(({ id }) => id)
}
