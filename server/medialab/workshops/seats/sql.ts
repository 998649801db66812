import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabSeats } from '#db/types.ts'
import type { SeatState } from '../contract.ts'

export type SeatRow = {
  id: string
  workshopId: string
  personId: string | null
  schoolId: string | null
  state: SeatState
  withdrawnFrom: 'waiting' | 'requested' | 'taken' | null
  changedAt: Date
}

const COLUMNS = [
  ...(['id', 'workshopId', 'personId', 'schoolId', 'changedAt'] as const),
  sql<SeatState>`state`.as('state'),
  sql<SeatRow['withdrawnFrom']>`withdrawn_from`.as('withdrawnFrom'),
] as const

export function findSeat(id: string): Promise<SeatRow | undefined> {
  return db().selectFrom('labSeats').where('id', '=', id).select(COLUMNS).executeTakeFirst()
}

/** Seats that are held, and those given up so recently that they may be taken back. */
export async function listHeld(
  workshopId: string,
  undoSince: Date,
): Promise<{ personId: string | null; schoolId: string | null; isGivenUp: boolean }[]> {
  const { rows } = await sql<{
    personId: string | null
    schoolId: string | null
    isGivenUp: boolean
  }>`select person_id, school_id, state = 'withdrawn' as is_given_up from lab_seats
    where workshop_id = ${workshopId} and (state in ('offered', 'requested', 'taken')
      or state = 'withdrawn' and withdrawn_from in ('requested', 'taken') and changed_at > ${undoSince}::timestamptz)`.execute(
    db(),
  )
  return rows
}

/** Who waits, first come first. */
export function listLine(workshopId: string) {
  return db()
    .selectFrom('labSeats')
    .where('workshopId', '=', workshopId)
    .where('state', '=', 'waiting')
    .orderBy('askedAt')
    .orderBy('id')
    .select(['id', 'schoolId'])
    .execute()
}

/** How many wait before this one, and it: the first is 1. */
export async function positionOf(seatId: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`select count(*)::int as position
    from lab_seats mine join lab_seats s on s.workshop_id = mine.workshop_id and s.state = 'waiting'
      and (s.asked_at, s.id) <= (mine.asked_at, mine.id)
    where mine.id = ${seatId}`.execute(db())
  return rows[0]?.position ?? 0
}

/** Offers that nobody answered in time. */
export function expireOffers(workshopId: string, now: Date) {
  return db()
    .updateTable('labSeats')
    .set({ state: 'expired', deadline: null, changedAt: now })
    .where('workshopId', '=', workshopId)
    .where('state', '=', 'offered')
    .where('deadline', '<=', now)
    .returning(['id', 'schoolId'])
    .execute()
}

/** The line ends when it begins: who still waits has not got a seat. */
export function endLine(workshopId: string, now: Date) {
  return db()
    .updateTable('labSeats')
    .set({ state: 'expired', deadline: null, changedAt: now })
    .where('workshopId', '=', workshopId)
    .where('state', 'in', ['waiting', 'offered'])
    .returning(['id', 'schoolId'])
    .execute()
}

/** @returns undefined when the person has one already */
export function insertSeat(row: Insertable<LabSeats>) {
  return db()
    .insertInto('labSeats')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateSeat(id: string, row: Updateable<LabSeats>): Promise<void> {
  await db().updateTable('labSeats').set(row).where('id', '=', id).execute()
}

/** Workshops in which an offer is over, a seat may be free for somebody who waits, or the line ends. */
export async function listDue(now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select w.id from lab_workshops w where w.state = 'published' and w.id in (
      select workshop_id from lab_seats where state = 'waiting'
      union select workshop_id from lab_seats where state = 'offered' and deadline <= ${now}::timestamptz)
    order by w.starts_at, w.id limit ${limit}`.execute(db())
  return rows.map(({ id }) => id)
}

type Participant = {
  id: string
  name: string
  school: string | null
  state: SeatState
  askedAt: Date
  deadline: Date | null
  wasPresent: boolean | null
}

/** Everybody with a seat, who asks or waits: by name, the line in its order. */
export async function listPeople(workshopId: string): Promise<Participant[]> {
  const { rows } = await sql<Participant>`select s.id,
      coalesce(p.first_name || ' ' || p.last_name, 'Ehemaliges Mitglied') as name, sc.name as school, s.state,
      s.asked_at, s.deadline, s.was_present
    from lab_seats s left join persons p on p.id = s.person_id left join schools sc on sc.id = s.school_id
    where s.workshop_id = ${workshopId} and s.state in ('waiting', 'offered', 'requested', 'taken')
    order by case when s.state = 'waiting' then s.asked_at end nulls first, p.last_name, p.first_name, s.id
    limit 1000`.execute(db())
  return rows
}
