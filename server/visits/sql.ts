import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ClassroomVisitors, ClassroomVisits } from '#db/types.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import type { Release, Sharing, VisitState } from './contract.ts'
import type { ReaderOf } from './policy.ts'

/** Without the words of host and visitors: those are asked for with a proof only. */
const CARD = [
  'classroomVisits.id',
  'classroomVisits.number',
  'classroomVisits.slotId',
  'classroomVisits.plgId',
  'classroomVisits.hostId',
  'classroomVisits.hostSchoolId',
  'classroomVisits.startsAt',
  'classroomVisits.endsAt',
  'classroomVisits.lesson',
  'classroomVisits.subject',
  'classroomVisits.gradeBand',
  'classroomVisits.deletedAt',
  'classroomVisits.version',
] as const

/** Visits, and what part this person has in each. Whoever asks adds which. */
function visitsWith(personId: string) {
  return db()
    .selectFrom('classroomVisits')
    .innerJoin('schools', 'schools.id', 'classroomVisits.hostSchoolId')
    .leftJoin('persons as host', 'host.id', 'classroomVisits.hostId')
    .select(CARD)
    .select([
      'schools.name as school',
      'schools.slug as schoolSlug',
      'host.firstName',
      'host.lastName',
      sql<VisitState>`classroom_visits.state`.as('state'),
      sql<Sharing>`classroom_visits.share_with`.as('shareWith'),
      sql<boolean>`exists (select from classroom_visitors v where v.visit_id = classroom_visits.id
        and v.person_id = ${personId})`.as('isVisitor'),
      sql<boolean>`exists (select from plg_members m where m.plg_id = classroom_visits.plg_id
        and m.person_id = ${personId} and m.state = 'active')`.as('isInPlg'),
      sql<Release[]>`array(select v.release from classroom_visitors v
        where v.visit_id = classroom_visits.id)`.as('releases'),
    ])
}

export type VisitRow = Awaited<ReturnType<typeof listCards>>[number]

export function listCards(ids: string[], personId: string) {
  return visitsWith(personId)
    .where('classroomVisits.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function findVisit(number: number, personId: string) {
  return visitsWith(personId).where('classroomVisits.number', '=', number).executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this visit. */
export function lockVisit(number: number) {
  return db()
    .selectFrom('classroomVisits')
    .where('number', '=', number)
    .select(['id', 'slotId'])
    .forUpdate()
    .executeTakeFirst()
}

type Span = { size: number; offset: number }

/** Visits one gives or makes, the latest day first. */
export function listOwn(personId: string, { size, offset }: Span) {
  return visitsWith(personId)
    .where('classroomVisits.deletedAt', 'is', null)
    .where('classroomVisits.id', 'in', ownIds(personId))
    .orderBy('classroomVisits.startsAt', 'desc')
    .orderBy('classroomVisits.id')
    .limit(size)
    .offset(offset)
    .execute()
}

const ownIds = (personId: string) =>
  db()
    .selectFrom('classroomVisits')
    .where('hostId', '=', personId)
    .select('id')
    .union(
      db()
        .selectFrom('classroomVisitors')
        .where('personId', '=', personId)
        .select('classroomVisitors.visitId as id'),
    )

export function countOwn(personId: string) {
  return db()
    .selectFrom('classroomVisits')
    .where('deletedAt', 'is', null)
    .where('id', 'in', ownIds(personId))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
}

/** Of the visits agreed inside a PLG those that this member may see. */
const seenInside = (personId: string) => sql<boolean>`classroom_visits.deleted_at is null
  and (classroom_visits.share_with = 'plg' or classroom_visits.host_id = ${personId}
    or exists (select from classroom_visitors v where v.visit_id = classroom_visits.id
      and v.person_id = ${personId}))`

export function listOfPlg({ plgId, personId }: MemberOf, { size, offset }: Span) {
  return visitsWith(personId)
    .where('classroomVisits.plgId', '=', plgId)
    .where(seenInside(personId))
    .orderBy('classroomVisits.startsAt', 'desc')
    .orderBy('classroomVisits.id')
    .limit(size)
    .offset(offset)
    .execute()
}

export function countOfPlg({ plgId, personId }: MemberOf) {
  return db()
    .selectFrom('classroomVisits')
    .where('plgId', '=', plgId)
    .where(seenInside(personId))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
}

/** Who comes, and how far their release is. */
export function listVisitors(visitId: string) {
  return db()
    .selectFrom('classroomVisitors')
    .innerJoin('persons', 'persons.id', 'classroomVisitors.personId')
    .innerJoin('schools', 'schools.id', 'classroomVisitors.schoolId')
    .where('visitId', '=', visitId)
    .select([
      'classroomVisitors.personId',
      'classroomVisitors.schoolId',
      'classroomVisitors.reason',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
      sql<Release>`classroom_visitors.release`.as('release'),
    ])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** What the host wrote. */
export function findWords({ visitId }: ReaderOf) {
  return db()
    .selectFrom('classroomVisits')
    .where('id', '=', visitId)
    .select(['focus', 'debrief', 'preTalkAt'])
    .executeTakeFirstOrThrow()
}

/** What the visitors wrote. */
export function listObservations({ visitId }: ReaderOf) {
  return db()
    .selectFrom('classroomVisitors')
    .where('visitId', '=', visitId)
    .select(['personId', 'observation'])
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertVisit(row: Insertable<ClassroomVisits>) {
  return db()
    .insertInto('classroomVisits')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('classroomVisits')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export async function insertVisitors(rows: Insertable<ClassroomVisitors>[]): Promise<void> {
  await db().insertInto('classroomVisitors').values(rows).execute()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateVisit(id: string, row: Updateable<ClassroomVisits>): Promise<void> {
  await db()
    .updateTable('classroomVisits')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function updateVisitor(
  at: { visitId: string; personId: string },
  row: Updateable<ClassroomVisitors>,
): Promise<void> {
  await db()
    .updateTable('classroomVisitors')
    .set(row)
    .where('visitId', '=', at.visitId)
    .where('personId', '=', at.personId)
    .execute()
}

export async function removeVisitor(visitId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('classroomVisitors')
    .where('visitId', '=', visitId)
    .where('personId', '=', personId)
    .execute()
}

/** A seat that nobody takes any more. */
export async function freeSeat(slotId: string): Promise<void> {
  await db()
    .updateTable('classroomSlots')
    .set((eb) => ({ taken: eb('taken', '-', 1) }))
    .where('id', '=', slotId)
    .execute()
}

export async function removeDeletedBefore(at: Date): Promise<void> {
  await db().deleteFrom('classroomVisits').where('deletedAt', '<', at).execute()
}

/** What waits for a host's answer. */
export function countRequested(hostId: string, now: Date) {
  return db()
    .selectFrom('classroomVisits')
    .where('hostId', '=', hostId)
    .where('state', '=', 'requested')
    .where('startsAt', '>', now)
    .where('deletedAt', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number | null>`min(number)`.as('number'),
      sql<string | null>`min(lesson)`.as('lesson'),
    ])
    .executeTakeFirstOrThrow()
}

/** Audience: who gives the visit. */
export const hostOf = (visitId: string) =>
  db()
    .selectFrom('classroomVisits')
    .where('id', '=', visitId)
    .where('hostId', 'is not', null)
    .select('hostId as personId')
    .$narrowType<{ personId: string }>()

/** Audience: who makes it. */
export const visitorsOf = (visitId: string) =>
  db().selectFrom('classroomVisitors').where('visitId', '=', visitId).select('personId')

/** Audience: both. */
export const everybodyOf = (visitId: string) => hostOf(visitId).union(visitorsOf(visitId))

/** Audience: one visitor, and the host. */
export const hostAnd = (visitId: string, personId: string) =>
  hostOf(visitId).union(visitorsOf(visitId).where('personId', '=', personId))

/** Audience: who leads a school of the visitors whose release is open. */
export const headsToAsk = (visitId: string, now: Date) =>
  db()
    .selectFrom('memberships')
    .innerJoin('classroomVisitors', 'classroomVisitors.schoolId', 'memberships.schoolId')
    .where('classroomVisitors.visitId', '=', visitId)
    .where('classroomVisitors.release', '=', 'open')
    .whereRef('classroomVisitors.personId', '<>', 'memberships.personId')
    .where('memberships.role', 'in', ['principal', 'deputy_principal'])
    .where('memberships.state', '=', 'confirmed')
    .where('memberships.validFrom', '<=', now)
    .where((eb) =>
      eb.or([eb('memberships.validUntil', 'is', null), eb('memberships.validUntil', '>', now)]),
    )
    .select('memberships.personId')
    .distinct()
