import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabWorkshops } from '#db/types.ts'
import { rootOf } from '#db/word-search.ts'
import type { SeatState, WorkshopKind, WorkshopState } from './contract.ts'

export type WorkshopRow = {
  id: string
  number: number
  kind: WorkshopKind
  state: WorkshopState
  title: string
  description: string
  startsAt: Date
  endsAt: Date
  roomId: string | null
  roomName: string | null
  roomSlug: string | null
  bookingId: string | null
  place: string
  link: string
  externalUrl: string
  seats: number
  seatsPerSchool: number | null
  minParticipants: number | null
  signupUntil: Date
  needsApproval: boolean
  schoolForms: string[]
  roles: string[]
  guestLeaders: string
  cancelReason: string
  version: number
  changedAt: Date
  /** Seats that are held, and those given up so recently that they may be taken back. */
  held: number
  waiting: number
  isLeader: boolean
  seatId: string | null
  seatState: SeatState | null
  seatDeadline: Date | null
  seatPresent: boolean | null
  seatReason: string | null
}

/** Whose place is looked at, and since when a seat given up is free. */
type Look = { personId: string | null; undoSince: Date }

const COLUMNS = sql`w.id, w.number, w.kind, w.state, w.title, w.description, w.starts_at, w.ends_at, w.room_id,
  o.name as room_name, o.slug as room_slug, w.booking_id, w.place, w.link, w.external_url, w.seats, w.seats_per_school,
  w.min_participants, w.signup_until, w.needs_approval, w.school_forms, w.roles, w.guest_leaders, w.cancel_reason,
  w.version, w.changed_at`

/** Workshops with how full they are and what the person is in them; of several seats of before the last one. */
async function workshops(
  { personId, undoSince }: Look,
  where: RawBuilder<unknown>,
): Promise<WorkshopRow[]> {
  const { rows } = await sql<WorkshopRow>`select ${COLUMNS},
      (select count(*)::int from lab_seats s where s.workshop_id = w.id and (s.state in ('offered', 'requested', 'taken')
        or s.state = 'withdrawn' and s.withdrawn_from in ('requested', 'taken') and s.changed_at > ${undoSince}::timestamptz)) as held,
      (select count(*)::int from lab_seats s where s.workshop_id = w.id and s.state = 'waiting') as waiting,
      exists (select from lab_workshop_leaders l where l.workshop_id = w.id
        and l.person_id = ${personId}::uuid) as is_leader,
      own.id as seat_id, own.state as seat_state, own.deadline as seat_deadline, own.was_present as seat_present,
      own.reason as seat_reason
    from lab_workshops w left join lab_offers o on o.id = w.room_id
    left join lateral (select s.* from lab_seats s where s.person_id = ${personId}::uuid and s.workshop_id = w.id
      order by s.state in ('waiting', 'offered', 'requested', 'taken') desc, s.changed_at desc, s.id limit 1) own on true
    ${where}`.execute(db())
  return rows
}

export async function findWorkshop(
  by: { number: number } | { id: string },
  look: Look,
): Promise<WorkshopRow | undefined> {
  const [row] = await workshops(
    look,
    'number' in by ? sql`where w.number = ${by.number}` : sql`where w.id = ${by.id}`,
  )
  return row
}

type Listed = { now: Date; limit: number; offset: number }

/** What is to come, the next first; with those that are cancelled, so that nobody comes. */
export const listComing = (look: Look, { now, limit, offset }: Listed) =>
  workshops(
    look,
    sql`where w.state <> 'draft' and w.ends_at > ${now}::timestamptz
      order by w.starts_at, w.id limit ${limit} offset ${offset}`,
  )

export const listPast = (look: Look, { now, limit, offset }: Listed) =>
  workshops(
    look,
    sql`where w.state <> 'draft' and w.ends_at <= ${now}::timestamptz
      order by w.starts_at desc, w.id limit ${limit} offset ${offset}`,
  )

export async function countListed(now: Date): Promise<{ coming: number; past: number }> {
  const { rows } = await sql<{ coming: number; past: number }>`select
      count(*) filter (where ends_at > ${now}::timestamptz)::int as coming,
      count(*) filter (where ends_at <= ${now}::timestamptz)::int as past
    from lab_workshops where state <> 'draft'`.execute(db())
  return rows[0] ?? { coming: 0, past: 0 }
}

export const listDrafts = (look: Look, limit: number) =>
  workshops(look, sql`where w.state = 'draft' order by w.changed_at desc, w.id limit ${limit}`)

/** Those in which the person has something now, or was, since a day. */
export const listOfPerson = (look: Look, { since, limit }: { since: Date; limit: number }) =>
  workshops(
    look,
    sql`where own.state in ('waiting', 'offered', 'requested', 'taken') and w.ends_at >= ${since}::timestamptz
      and w.state <> 'draft' and w.id in (select mine.workshop_id from lab_seats mine where mine.person_id = ${look.personId}::uuid)
      order by w.starts_at, w.id limit ${limit}`,
  )

export const listByIds = (look: Look, ids: string[]) =>
  workshops(look, sql`where w.id = any(${ids}::uuid[])`)

/** Published ones with all the words, in themselves or in their material; the newest first. */
export const search = (look: Look, words: string[], limit: number) => {
  const found = words.map(
    (word) => sql`(numnode(${rootOf(word)}) = 0 or w.search @@ ${rootOf(word)} or w.id in (
      select m.workshop_id from lab_workshop_materials m where m.search @@ ${rootOf(word)}))`,
  )
  return workshops(
    look,
    sql`where w.state <> 'draft' and ${sql.join(found, sql` and `)}
      order by w.starts_at desc, w.id limit ${limit}`,
  )
}

export async function findId(number: number): Promise<string | undefined> {
  const row = await db()
    .selectFrom('labWorkshops')
    .where('number', '=', number)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** From here to the end of the transaction nobody else changes this workshop or its seats. */
export async function lockWorkshop(by: { number: number } | { id: string }): Promise<void> {
  await db()
    .selectFrom('labWorkshops')
    .where('number' in by ? 'number' : 'id', '=', 'number' in by ? by.number : by.id)
    .select('id')
    .forUpdate()
    .execute()
}

export function findByKey(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('labWorkshops')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'title'])
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertWorkshop(row: Insertable<LabWorkshops>) {
  return db()
    .insertInto('labWorkshops')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number', 'title'])
    .executeTakeFirst()
}

export async function updateWorkshop(id: string, row: Updateable<LabWorkshops>): Promise<void> {
  await db()
    .updateTable('labWorkshops')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function saveLeaders(workshopId: string, personIds: string[]): Promise<void> {
  await db().deleteFrom('labWorkshopLeaders').where('workshopId', '=', workshopId).execute()
  if (personIds.length > 0)
    await db()
      .insertInto('labWorkshopLeaders')
      .values(personIds.map((personId) => ({ workshopId, personId })))
      .execute()
}

export async function listLeaders(workshopId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select p.id, p.first_name || ' ' || p.last_name as name from lab_workshop_leaders l
    join persons p on p.id = l.person_id where l.workshop_id = ${workshopId} order by p.last_name, p.id`.execute(
    db(),
  )
  return rows
}

/** Who may lead one: those who work for the SMZ or advise. */
export async function listPossibleLeaders(now: Date): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select p.id, p.first_name || ' ' || p.last_name as name from persons p
    where p.id in (select m.person_id from memberships m where m.school_id is null
      and m.role in ('smz_staff', 'facilitator', 'media_advisor') and m.state = 'confirmed' and m.valid_from <= ${now}::timestamptz
      and (m.valid_until is null or m.valid_until > ${now}::timestamptz))
    order by p.last_name, p.id limit 100`.execute(db())
  return rows
}

/** Rooms and places of the lab in which a workshop can be. */
export function listRooms() {
  return db()
    .selectFrom('labOffers')
    .where('kind', 'in', ['room', 'zone'])
    .where('state', '=', 'listed')
    .orderBy('kind')
    .orderBy('name')
    .select(['id', 'slug', 'name', 'places'])
    .execute()
}

/** Gives free what a booking held. @returns its dates */
export async function releaseBooking(bookingId: string, at: Date): Promise<string[]> {
  const rows = await db()
    .updateTable('labDates')
    .set((eb) => ({ state: 'cancelled', changedAt: at, version: eb('version', '+', 1) }))
    .where('bookingId', '=', bookingId)
    .where('state', 'in', ['requested', 'confirmed', 'prepared'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export function findBooking(number: number) {
  return db().selectFrom('labBookings').where('number', '=', number).select('id').executeTakeFirst()
}

/** People with a seat, who wait or have asked, for the bell. */
export function holdersOf(workshopId: string, states: SeatState[]) {
  return db()
    .selectFrom('labSeats')
    .where('workshopId', '=', workshopId)
    .where('state', 'in', states)
    .where('personId', 'is not', null)
    .select(sql<string>`person_id`.as('personId'))
}

export function personOfSeat(seatId: string) {
  return db()
    .selectFrom('labSeats')
    .where('id', '=', seatId)
    .where('personId', 'is not', null)
    .select(sql<string>`person_id`.as('personId'))
}

export function personsNamed(personIds: string[]) {
  return db()
    .selectFrom('persons')
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .select('id as personId')
}

/** Who works for the SMZ. */
export function staffNow(now: Date) {
  return db()
    .selectFrom('memberships')
    .where('role', '=', 'smz_staff')
    .where('schoolId', 'is', null)
    .where('state', '=', 'confirmed')
    .where('validFrom', '<=', now)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
    .select('personId')
}
