import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { Memberships, Persons } from '#db/types.ts'
import { numbered } from './numbered.ts'
import { aSchool, anOrganisation } from './school.ts'

const LONG_AGO = new Date('2025-08-01T08:00:00Z')

/** A person without any membership and without a password. */
export function aPerson(given: Partial<Insertable<Persons>> = {}) {
  const number = numbered('person')
  return db()
    .insertInto('persons')
    .values({
      firstName: 'Kim',
      lastName: `Muster${number}`,
      email: `person${number}@schule.example`,
      createdAt: LONG_AGO,
      welcomedAt: LONG_AGO,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A membership; confirmed, at a new school or office unless one is named. */
export async function aMembership(given: { personId: string } & Partial<Insertable<Memberships>>) {
  const isOffice = given.organisationId !== undefined || OFFICES.has(given.role ?? 'teacher')
  const place = isOffice
    ? { organisationId: given.organisationId ?? (await anOrganisation()).id, schoolId: null }
    : { schoolId: given.schoolId ?? (await aSchool()).id, organisationId: null }
  return db()
    .insertInto('memberships')
    .values({ role: 'teacher', state: 'confirmed', validFrom: LONG_AGO, ...given, ...place })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const OFFICES = new Set([
  'smz_staff',
  'facilitator',
  'media_advisor',
  'subject_advisor',
  'school_dpo',
  'release_manager',
  'school_authority_staff',
  'school_inspector',
  'operator',
])

/** A person with one confirmed role, as the actor that views and commands ask for. */
export async function anActor(
  role = 'teacher',
  given: Partial<Insertable<Persons>> & { schoolId?: string; state?: 'pending' | 'confirmed' } = {},
) {
  const { schoolId, state = 'confirmed', ...personal } = given
  const person = await aPerson(personal)
  const membership = await aMembership({
    personId: person.id,
    role,
    state,
    ...(schoolId ? { schoolId } : {}),
  })
  return {
    id: person.id,
    sessionId: `session-of-${person.id}`,
    firstName: person.firstName,
    lastName: person.lastName,
    isWelcomed: true,
    memberships: [{ role, schoolId: membership.schoolId, state }],
  } as TestActor
}

/** Shaped like server/auth/actor.ts, which db/ must not know. */
type TestActor = {
  id: string
  sessionId: string
  firstName: string
  lastName: string
  isWelcomed: boolean
  // The roles are the server's types; a factory takes any of them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  memberships: { role: any; schoolId: string | null; state: 'pending' | 'confirmed' }[]
}
