import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabWaiting } from '#db/types.ts'
import type { OfferKind } from '../contract.ts'
import type { WaitingState } from './contract.ts'

export type EntryRow = {
  id: string
  offerId: string
  slug: string
  name: string
  kind: OfferKind
  personId: string | null
  schoolId: string | null
  plgId: string | null
  projectId: string | null
  quantity: number
  isLoan: boolean
  startsAt: Date
  endsAt: Date
  participants: number | null
  purpose: string
  state: WaitingState
  askedAt: Date
  deadline: Date | null
  dateId: string | null
  isAsked: boolean
  /** Of the booking that came of it. */
  year: number | null
  number: number | null
}

async function entries(where: RawBuilder<unknown>): Promise<EntryRow[]> {
  const { rows } =
    await sql<EntryRow>`select w.id, w.offer_id, o.slug, o.name, o.kind, w.person_id, w.school_id, w.plg_id,
      w.project_id, w.quantity, w.is_loan, w.starts_at, w.ends_at, w.participants, w.purpose, w.state, w.asked_at,
      w.deadline, w.date_id, w.is_asked, b.year, b.number
    from lab_waiting w join lab_offers o on o.id = w.offer_id
    left join lab_dates d on d.id = w.date_id left join lab_bookings b on b.id = d.booking_id
    ${where}`.execute(db())
  return rows
}

export async function findEntry(id: string): Promise<EntryRow | undefined> {
  const [row] = await entries(sql`where w.id = ${id}`)
  return row
}

/** From here to the end of the transaction nobody else answers it or gives it away. */
export async function lockEntry(id: string): Promise<void> {
  await db().selectFrom('labWaiting').where('id', '=', id).select('id').forUpdate().execute()
}

/** What the person waits for or is offered, the next first. */
export const listOpen = (personId: string, limit: number) =>
  entries(sql`where w.person_id = ${personId} and w.state in ('waiting', 'offered')
    order by w.starts_at, w.id limit ${limit}`)

export const listByIds = (ids: string[]) => entries(sql`where w.id = any(${ids}::uuid[])`)

export const findByKey = async (personId: string, clientKey: string) =>
  (await entries(sql`where w.person_id = ${personId} and w.client_key = ${clientKey}`))[0]

/** @returns undefined when one waits for the same already */
export function insertEntry(row: Insertable<LabWaiting>) {
  return db()
    .insertInto('labWaiting')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateEntry(id: string, row: Updateable<LabWaiting>): Promise<void> {
  await db().updateTable('labWaiting').set(row).where('id', '=', id).execute()
}

/** How many wait for the same offer at an overlapping time before this one. */
export async function positionsOf(ids: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string
    position: number
  }>`select w.id, (select count(*)::int from lab_waiting o
      where o.offer_id = w.offer_id and o.state = 'waiting' and (o.asked_at, o.id) <= (w.asked_at, w.id)
        and o.starts_at < w.ends_at and o.ends_at > w.starts_at) as position
    from lab_waiting w where w.id = any(${ids}::uuid[])`.execute(db())
  return new Map(rows.map(({ id, position }) => [id, position]))
}

type LineRow = { id: string; runsProject: boolean; hadLately: boolean; askedAt: Date }

/**
 * Who waits for something that these dates held: the offers of their resources, what lies in the same room, what the
 * same people serve. With what rule 15 asks; `since`: had it lately.
 */
export async function listLine(
  dateIds: string[],
  { now, since }: { now: Date; since: Date },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`with freed as (
      select distinct r.id, r.offer_id from lab_claims c join lab_resources r on r.id = c.resource_id
      where c.date_id = any(${dateIds}::uuid[])),
    meant as (select offer_id as id from freed where offer_id is not null
      union select o.id from lab_offers o join freed f on f.offer_id = o.room_id
      union select s.offer_id from lab_offer_staff s join freed f on f.id = s.resource_id)
    select w.id, w.asked_at,
      exists (select from plgs g where g.id = w.plg_id and g.phase <> 'closed' and not g.is_paused)
        or exists (select from projects v where v.id = w.project_id and v.kind = 'innovation'
          and v.status = 'running') as runs_project,
      exists (select from lab_bookings b join lab_dates d on d.booking_id = b.id
          and d.state in ('out', 'partly_back', 'back', 'closed') and d.starts_at >= ${since}::timestamptz
        join lab_date_offers x on x.date_id = d.id and x.offer_id = w.offer_id
        where b.school_id = w.school_id) as had_lately
    from lab_waiting w where w.state = 'waiting' and w.offer_id in (select id from meant)
      and w.starts_at > ${now}::timestamptz
    order by w.asked_at, w.id limit 200`.execute(db())
  return rows
}

/** Offers whose time is over, and wishes whose time has come. */
export async function listDue(now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from lab_waiting where state = 'offered' and deadline <= ${now}::timestamptz
    union select id from lab_waiting where state = 'waiting' and starts_at <= ${now}::timestamptz limit ${limit}`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
}

/** The date that holds an offer. @returns false when somebody has ended or decided it meanwhile */
export async function moveDate(id: string, to: string, at: Date): Promise<boolean> {
  const rows = await db()
    .updateTable('labDates')
    .set((eb) => ({ state: to, changedAt: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'requested')
    .returning('id')
    .execute()
  return rows.length > 0
}

export function findDate(id: string) {
  return db()
    .selectFrom('labDates')
    .where('id', '=', id)
    .select(['bookingId', 'state'])
    .executeTakeFirst()
}

export function personOf(entryId: string) {
  return db()
    .selectFrom('labWaiting')
    .where('id', '=', entryId)
    .where('personId', 'is not', null)
    .select(sql<string>`person_id`.as('personId'))
}
