import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DateState } from '../contract.ts'

export type DateRow = {
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
}

/** A zone or a station lies in a room: that one is not named. */
const OFFERS = sql`array(select distinct o.name from lab_claims c join lab_resources r on r.id = c.resource_id
  join lab_offers o on o.id = r.offer_id where c.date_id = d.id and c.lock is distinct from 0 order by o.name)`
const DATE = sql`d.id, d.booking_id, b.year, b.number, d.position, d.state, d.is_loan, d.starts_at, d.ends_at,
  d.version, ${OFFERS} as offers, p.first_name, p.last_name, s.name as school`
const AROUND = sql`join lab_bookings b on b.id = d.booking_id left join persons p on p.id = b.person_id
  left join schools s on s.id = b.school_id`

const DAY = 24 * 3_600_000

/** Dates that wait to go out between two moments, and all that are out. */
const open = (from: Date, to: Date) => sql`(
  select * from lab_dates where starts_at >= ${from} and starts_at < ${to} and state in ('confirmed', 'prepared')
  union all select * from lab_dates where state in ('out', 'partly_back'))`

/** What the counter deals with on a day: not fetched since two weeks, out of that day, and all that is out. */
export async function listOpen({ from, to }: { from: Date; to: Date }, most: number) {
  const since = new Date(from.getTime() - 14 * DAY)
  const { rows } = await sql<DateRow>`select ${DATE} from ${open(since, to)} d ${AROUND}
    where d.state in ('confirmed', 'prepared') or d.ends_at <= ${new Date(to.getTime() + DAY)}
    order by d.starts_at, d.id limit ${most}`.execute(db())
  return rows
}

/** Dates that somebody waits for: with these words in the name of the person or the school. */
export async function listByName(words: string[], { from, to }: { from: Date; to: Date }) {
  const since = new Date(from.getTime() - 14 * DAY)
  const until = new Date(to.getTime() + 14 * DAY)
  const name = sql`search_key(coalesce(p.first_name || ' ' || p.last_name, '') || ' ' || coalesce(s.name, ''))`
  const all = words.map((word) => sql`${name} like '%' || search_key(${word}) || '%'`)
  const { rows } = await sql<DateRow>`select ${DATE} from ${open(since, until)} d ${AROUND}
    where ${sql.join([sql`true`, ...all], sql` and `)}
    order by d.starts_at, d.id limit 30`.execute(db())
  return rows
}

/** The dates of a booking in their order. */
export async function listDatesOf(number: number): Promise<DateRow[]> {
  const { rows } = await sql<DateRow>`select ${DATE} from lab_dates d ${AROUND}
    where b.number = ${number} order by d.position`.execute(db())
  return rows
}

export type ThingRow = {
  code: string
  name: string
  partId: string | null
  partState: string | null
  resourceId: string
  resourceCode: string
  resourceState: string
  wipeDueAt: Date | null
  offer: string
  offerState: string
}

const thing = (code: RawBuilder<unknown>, name: RawBuilder<unknown>, part: RawBuilder<unknown>) =>
  sql`${code} as code, ${name} as name, ${part}, r.id as resource_id, r.code as resource_code,
    r.state as resource_state, r.wipe_due_at, o.name as offer, o.state as offer_state`
const NO_PART = sql`null::uuid as part_id, null::text as part_state`
const PART = sql`p.id as part_id, p.state as part_state`

/** What has this sticker: something that is lent as a whole, or one part of it. */
export async function findThing(code: string): Promise<ThingRow | undefined> {
  const { rows } =
    await sql<ThingRow>`select ${thing(sql`r.code`, sql`coalesce(nullif(r.label, ''), o.name)`, NO_PART)}
      from lab_resources r join lab_offers o on o.id = r.offer_id where r.code = ${code}
    union all select ${thing(sql`p.code`, sql`p.name`, PART)}
      from lab_parts p join lab_resources r on r.id = p.resource_id join lab_offers o on o.id = r.offer_id
      where p.code = ${code}`.execute(db())
  return rows[0]
}

/** Stickers that are like this one. */
export async function listLike(code: string): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from (
    select r.code, coalesce(nullif(r.label, ''), o.name) as name
      from lab_resources r join lab_offers o on o.id = r.offer_id where r.code % ${code}
    union all select p.code, p.name from lab_parts p where p.code % ${code}) as known
    order by similarity(code, ${code}) desc, code limit 50`.execute(db())
  return rows
}

/** Dates that hold this now or soon: what is out first, then by their start. With a part, only who has that very one. */
export async function listDatesWith(
  { resourceId, partId }: { resourceId: string; partId: string | null },
  until: Date,
): Promise<(DateRow & { hasPart: boolean })[]> {
  const { rows } = await sql<DateRow & { hasPart: boolean }>`select ${DATE},
      exists (select 1 from lab_handed h where h.date_id = d.id and h.part_id = ${partId}::uuid and h.is_away) as has_part
    from lab_claims held join lab_dates d on d.id = held.date_id ${AROUND}
    where held.resource_id = ${resourceId}::uuid and held.is_active
      and (d.state in ('out', 'partly_back') or (d.state in ('confirmed', 'prepared') and d.starts_at < ${until}))
    order by (d.state in ('out', 'partly_back')) desc, d.starts_at, d.id limit 20`.execute(db())
  return rows
}

export async function countRequests(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from lab_dates
    where state = 'requested'`.execute(db())
  return rows[0]?.count ?? 0
}

export async function findLab(): Promise<{ name: string; phone: string } | undefined> {
  return db()
    .selectFrom('labSites')
    .where('isLab', '=', true)
    .select(['name', 'phone'])
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this date. */
export function lockDate(id: string) {
  return db()
    .selectFrom('labDates')
    .where('id', '=', id)
    .select(['id', 'bookingId', 'version', 'startsAt', 'endsAt', 'isLoan'])
    .select(sql<DateState>`state`.as('state'))
    .forUpdate()
    .executeTakeFirst()
}

export async function updateState(id: string, state: DateState, at: Date): Promise<void> {
  await db()
    .updateTable('labDates')
    .set({ state, changedAt: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** What a date has of these is given to nobody else while it is decided. Always in the same order: no deadlock. */
export async function lockThings(dateId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from lab_resources r
    where r.id in (select resource_id from lab_claims where date_id = ${dateId}::uuid)
    order by r.id for update`.execute(db())
  return rows.map(({ id }) => id)
}

/** Dates that are back and wait for nothing any more: no data on it, no damage open. */
export async function listSettled(
  resourceId: string,
): Promise<{ id: string; bookingId: string }[]> {
  const { rows } = await sql<{
    id: string
    bookingId: string
  }>`select d.id, d.booking_id from lab_dates d
    where d.state = 'back'
      and d.id in (select date_id from lab_handed where resource_id = ${resourceId}::uuid)
      and not exists (select 1 from lab_damages x where x.date_id = d.id and x.state <> 'closed'
        and x.withdrawn_at is null)
      and not exists (select 1 from lab_handed h join lab_resources r on r.id = h.resource_id
        where h.date_id = d.id and r.wipe_due_at is not null)
    order by d.id for update`.execute(db())
  return rows
}
