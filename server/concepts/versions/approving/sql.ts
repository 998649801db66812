import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { db } from '#db/client.ts'

/** Concepts of these schools that lie before their Schulleitung, with what the person is in each. */
export function listSubmitted(personId: string, schoolIds: string[]) {
  return db()
    .selectFrom('concepts as c')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('c.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('c.state', '=', 'active')
    .where('c.submittedAt', 'is not', null)
    .select(['c.id', 'c.title', 'c.state', 'c.schoolId', 's.slug as schoolSlug'])
    .select(sql<string | null>`null::uuid`.as('heirSchoolId'))
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('conceptPeople as p')
          .whereRef('p.conceptId', '=', 'c.id')
          .where('p.personId', '=', personId)
          .select(['p.role', 'p.subject']),
      ).as('own'),
    )
    .orderBy('c.submittedAt')
    .execute()
}

/** Who holds one of these roles at the concept's school now. */
const staffOf = (conceptId: string, roles: string[], at: Date) =>
  db()
    .selectFrom('memberships as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .innerJoin('concepts as c', 'c.schoolId', 'm.schoolId')
    .where('c.id', '=', conceptId)
    .where('persons.isActive', '=', true)
    .where('m.state', '=', 'confirmed')
    .where('m.validFrom', '<=', at)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
    .where('m.role', 'in', roles)
    .select('persons.id as personId')

const STAFF = ['teacher', 'digital_officer', 'first_level_admin', 'principal', 'deputy_principal']

/** Of these tasks, those of people who are still at the school. */
const holdersOf = (conceptId: string, roles: string[], at: Date) =>
  db()
    .selectFrom('conceptPeople as p')
    .where('p.conceptId', '=', conceptId)
    .where('p.role', 'in', roles)
    .where('p.personId', 'in', staffOf(conceptId, STAFF, at))
    .select('p.personId')

/** Audience: who may publish. */
export const publishersOf = (conceptId: string, at: Date) =>
  staffOf(conceptId, ['principal', 'deputy_principal'], at).union(
    holdersOf(conceptId, ['publisher'], at),
  )

/** Audience: who writes. */
export const writersOf = (conceptId: string, at: Date) =>
  staffOf(conceptId, ['digital_officer'], at).union(
    holdersOf(conceptId, ['editor', 'publisher'], at),
  )

/** Audience: everybody of the school. */
export const schoolOf = (conceptId: string, at: Date) => staffOf(conceptId, STAFF, at)

/** Audience: those who write concepts at other schools of the same Schulform. */
export function peersOf(conceptId: string, at: Date) {
  const others = db()
    .selectFrom('concepts as other')
    .innerJoin('schools as s', 's.id', 'other.schoolId')
    .where('other.state', '=', 'active')
    .where('other.id', '<>', conceptId)
    .where(
      's.schoolForm',
      '=',
      db()
        .selectFrom('concepts as c')
        .innerJoin('schools as own', 'own.id', 'c.schoolId')
        .where('c.id', '=', conceptId)
        .select('own.schoolForm'),
    )
  const current = db()
    .selectFrom('memberships as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('persons.isActive', '=', true)
    .where('m.state', '=', 'confirmed')
    .where('m.validFrom', '<=', at)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
  return current
    .where('m.role', 'in', ['digital_officer', 'principal', 'deputy_principal'])
    .where('m.schoolId', 'in', others.select('other.schoolId'))
    .select('persons.id as personId')
    .union(
      current
        .innerJoin('conceptPeople as p', 'p.personId', 'persons.id')
        .where('p.role', 'in', ['editor', 'publisher'])
        .where('p.conceptId', 'in', others.select('other.id'))
        .select('persons.id as personId'),
    )
    .except(schoolOf(conceptId, at))
}
