import { sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ClassroomVisitors } from '#db/types.ts'
import type { Release, VisitState } from '../contract.ts'

/** What somebody who leads a school knows of visits of its people: who, when, where to. Nothing of what is said there. */
function releasesWith() {
  return db()
    .selectFrom('classroomVisitors')
    .innerJoin('classroomVisits', 'classroomVisits.id', 'classroomVisitors.visitId')
    .innerJoin('persons', 'persons.id', 'classroomVisitors.personId')
    .innerJoin('schools as place', 'place.id', 'classroomVisits.hostSchoolId')
    .where('classroomVisits.deletedAt', 'is', null)
    .where('classroomVisits.state', 'in', ['accepted', 'held', 'debriefed'])
    .select([
      'classroomVisitors.visitId',
      'classroomVisitors.personId',
      'classroomVisitors.schoolId',
      'classroomVisitors.reason',
      'classroomVisitors.releasedAt',
      'classroomVisits.startsAt',
      'classroomVisits.endsAt',
      'persons.firstName',
      'persons.lastName',
      'place.name as place',
      sql<VisitState>`classroom_visits.state`.as('state'),
      sql<Release>`classroom_visitors.release`.as('release'),
    ])
}

export type ReleaseRow = Awaited<ReturnType<typeof listOfSchool>>[number]

/** Those to decide first, then the latest day first. */
export function listOfSchool(schoolId: string, { size, offset }: { size: number; offset: number }) {
  return releasesWith()
    .where('classroomVisitors.schoolId', '=', schoolId)
    .orderBy(
      sql`classroom_visitors.release = 'open' and classroom_visits.state = 'accepted'`,
      'desc',
    )
    .orderBy('classroomVisits.startsAt', 'desc')
    .orderBy('classroomVisitors.visitId')
    .orderBy('classroomVisitors.personId')
    .limit(size)
    .offset(offset)
    .execute()
}

export function countOfSchool(schoolId: string) {
  return db()
    .selectFrom('classroomVisitors')
    .innerJoin('classroomVisits', 'classroomVisits.id', 'classroomVisitors.visitId')
    .where('classroomVisits.deletedAt', 'is', null)
    .where('classroomVisits.state', 'in', ['accepted', 'held', 'debriefed'])
    .where('classroomVisitors.schoolId', '=', schoolId)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
}

export function findRelease(visitId: string, personId: string, schoolId: string) {
  return releasesWith()
    .where('classroomVisitors.visitId', '=', visitId)
    .where('classroomVisitors.personId', '=', personId)
    .where('classroomVisitors.schoolId', '=', schoolId)
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this visit. */
export async function lockVisit(id: string): Promise<void> {
  await db().selectFrom('classroomVisits').where('id', '=', id).select('id').forUpdate().execute()
}

export async function updateRelease(
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

/** What is to be decided at these schools, counted per school; nobody decides for themselves. */
export function listWaiting(schoolIds: string[], exceptFor: string) {
  return db()
    .selectFrom('classroomVisitors')
    .innerJoin('classroomVisits', 'classroomVisits.id', 'classroomVisitors.visitId')
    .innerJoin('schools', 'schools.id', 'classroomVisitors.schoolId')
    .where('classroomVisitors.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('classroomVisitors.release', '=', 'open')
    .where('classroomVisitors.personId', '<>', exceptFor)
    .where('classroomVisits.state', '=', 'accepted')
    .where('classroomVisits.deletedAt', 'is', null)
    .groupBy(['schools.id', 'schools.slug', 'schools.name'])
    .select(['schools.id', 'schools.slug', 'schools.name'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .orderBy('schools.name')
    .execute()
}

/** Day, place and page for these visits, at one of these schools. */
export function listCards(visitIds: string[], schoolIds: string[]) {
  return db()
    .selectFrom('classroomVisitors')
    .innerJoin('classroomVisits', 'classroomVisits.id', 'classroomVisitors.visitId')
    .innerJoin('schools as place', 'place.id', 'classroomVisits.hostSchoolId')
    .innerJoin('schools', 'schools.id', 'classroomVisitors.schoolId')
    .where('classroomVisitors.visitId', '=', sql<string>`any(${visitIds}::uuid[])`)
    .where('classroomVisitors.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('classroomVisits.deletedAt', 'is', null)
    .distinctOn('classroomVisits.id')
    .select(['classroomVisits.id', 'classroomVisits.startsAt', 'place.name as place'])
    .select(['schools.slug', 'schools.name as school'])
    .execute()
}

export function findSchool(slug: string) {
  return db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name'])
    .executeTakeFirst()
}
