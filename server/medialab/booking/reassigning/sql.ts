import { type Insertable, type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { LabReassignments } from '#db/types.ts'
import { IS_HELD } from '../sql.ts'

/** Is there something to be done about it: still out, or still to come. */
const isOpen = (at: Date) => sql`(d.state in ('out', 'partly_back')
  or (d.ends_at > ${at} and d.state in ('requested', 'confirmed', 'prepared')
    and not ${IS_HELD}))`

/** Nobody of the school answers for it; the SMZ may answer for a booking of any school. */
const isLeft = (at: Date) => sql`b.school_id is not null and not exists (select from lateral (
  select m.school_id, m.role from persons p join memberships m on m.person_id = p.id
  where p.id = b.person_id and p.is_active and m.state = 'confirmed' and m.valid_from <= ${at}
    and (m.valid_until is null or m.valid_until > ${at}) offset 0) m
  where m.school_id = b.school_id or (m.school_id is null and m.role = 'smz_staff'))`

const found = (at: Date, where: RawBuilder<unknown>, limit: number) =>
  sql<{ id: string }>`select b.id from lab_bookings b
    cross join lateral (select min(d.starts_at) as starts_at from lab_dates d
      where d.booking_id = b.id and ${isOpen(at)}) next
    where ${where} and next.starts_at is not null and ${isLeft(at)}
    order by next.starts_at, b.id limit ${limit}`.execute(db())

/** Open bookings of these schools whose person is there no more, what begins first at the top. */
export async function listLeft(
  schoolIds: string[],
  { at, limit }: { at: Date; limit: number },
): Promise<string[]> {
  const { rows } = await found(at, sql`b.school_id = any(${schoolIds}::uuid[])`, limit)
  return rows.map(({ id }) => id)
}

/** Those of one person at one school. */
export async function listLeftBy(
  personId: string,
  schoolId: string,
  { at, limit }: { at: Date; limit: number },
): Promise<string[]> {
  const mine = sql`b.person_id = ${personId} and b.school_id = ${schoolId}`
  const { rows } = await found(at, mine, limit)
  return rows.map(({ id }) => id)
}

/** Is it open, and has its person left? */
export async function hasLeft(bookingId: string, at: Date): Promise<boolean> {
  const { rows } = await found(at, sql`b.id = ${bookingId}`, 1)
  return rows.length > 0
}

type Member = { personId: string; schoolId: string; firstName: string; lastName: string }

const MEMBERS = (
  at: Date,
) => sql`select distinct p.id as person_id, m.school_id, p.first_name, p.last_name
  from memberships m
  cross join lateral (select * from persons where id = m.person_id and is_active offset 0) p
  where m.state = 'confirmed' and m.valid_from <= ${at} and (m.valid_until is null or m.valid_until > ${at})`

/** Who works at these schools, by name. */
export async function listMembers(schoolIds: string[], at: Date): Promise<Member[]> {
  const { rows } = await sql<Member>`${MEMBERS(at)} and m.school_id = any(${schoolIds}::uuid[])
    order by p.last_name, p.first_name, person_id limit 1000`.execute(db())
  return rows
}

export async function isMember(personId: string, schoolId: string, at: Date): Promise<boolean> {
  const { rows } =
    await sql`${MEMBERS(at)} and m.school_id = ${schoolId} and m.person_id = ${personId}`.execute(
      db(),
    )
  return rows.length > 0
}

/** Writes down who had it before. @returns the id of the line */
export async function insertReassignment(row: Insertable<LabReassignments>): Promise<string> {
  const { id } = await db()
    .insertInto('labReassignments')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The last time a booking was given on. */
export function findLast(bookingId: string) {
  return db()
    .selectFrom('labReassignments')
    .where('bookingId', '=', bookingId)
    .select(['id', 'fromPerson', 'toPerson', 'byPerson', 'at'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** As if it had not been; the line in the bell of whoever had it goes with it. */
export async function removeReassignment(id: string): Promise<void> {
  await db().deleteFrom('labReassignments').where('id', '=', id).execute()
}

/** Bookings that somebody had once, for a line in their bell. */
export async function listReassigned(ids: string[], fromPerson: string) {
  const { rows } = await sql<{
    id: string
    year: number
    number: number
    purpose: string
    school: string | null
  }>`select r.id, b.year, b.number, b.purpose, s.name as school from lab_reassignments r
    join lab_bookings b on b.id = r.booking_id left join schools s on s.id = b.school_id
    where r.id = any(${ids}::uuid[]) and r.from_person = ${fromPerson}`.execute(db())
  return rows
}

/** Audience: who has it now, or had it before. */
export const personOf = (reassignmentId: string, column: 'toPerson' | 'fromPerson') =>
  db()
    .selectFrom('labReassignments')
    .where('id', '=', reassignmentId)
    .where(column, 'is not', null)
    .select(`${column} as personId`)
    .$narrowType<{ personId: string }>()
