import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Persons } from '#db/types.ts'
import type { MembershipState, Role } from './contract.ts'

/** @returns undefined when the address is registered already */
export function insertPerson(row: Insertable<Persons>) {
  return db()
    .insertInto('persons')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(['id', 'firstName', 'lastName'])
    .executeTakeFirst()
}

const KNOWN = ['id', 'firstName', 'lastName', 'email', 'passwordHash', 'isActive'] as const

export function findPersonByEmail(email: string) {
  return db().selectFrom('persons').where('email', '=', email).select(KNOWN).executeTakeFirst()
}

export function findPerson(id: string) {
  return db()
    .selectFrom('persons')
    .where('id', '=', id)
    .select([...KNOWN, 'subjects', 'gradeBands', 'welcomedAt'])
    .executeTakeFirst()
}

/** Active people who are confirmed somewhere, for invitations. */
export function findConfirmedByEmail(email: string, now: Date) {
  return db()
    .selectFrom('persons')
    .where('email', '=', email)
    .where('isActive', '=', true)
    .where((person) =>
      person.exists(
        person
          .selectFrom('memberships')
          .whereRef('memberships.personId', '=', 'persons.id')
          .where('state', '=', 'confirmed')
          .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
          .select('memberships.id'),
      ),
    )
    .select('id')
    .executeTakeFirst()
}

export function listNames(ids: string[]) {
  return db()
    .selectFrom('persons')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'firstName', 'lastName'])
    .execute()
}

/** What a person is now, for the kind of session they get. */
export async function listConfirmedRoles(personId: string, now: Date): Promise<string[]> {
  const rows = await db()
    .selectFrom('memberships')
    .where('personId', '=', personId)
    .where('state', '=', 'confirmed')
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
    .select('role')
    .execute()
  return rows.map((row) => row.role)
}

/** The person's own places, live ones first; ended ones of the last year only. */
export function listMembershipsOf(personId: string, endedSince: Date) {
  return db()
    .selectFrom('memberships')
    .leftJoin('schools', 'schools.id', 'memberships.schoolId')
    .leftJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .where('memberships.personId', '=', personId)
    .where((eb) =>
      eb.or([
        eb('memberships.state', 'in', ['pending', 'confirmed']),
        eb(sql`coalesce(memberships.valid_until, memberships.decided_at)`, '>', endedSince),
      ]),
    )
    .select([
      'memberships.id',
      sql<Role>`memberships.role`.as('role'),
      sql<MembershipState>`memberships.state`.as('state'),
      sql<string>`coalesce(schools.name, organisations.name)`.as('place'),
      'memberships.schoolId',
      'schools.slug as schoolSlug',
      'memberships.validFrom as since',
      'memberships.reason',
    ])
    .orderBy(sql`memberships.state in ('pending', 'confirmed')`, 'desc')
    .orderBy('memberships.validFrom')
    .orderBy('memberships.id')
    .execute()
}

export async function updatePassword(id: string, passwordHash: string): Promise<void> {
  await db().updateTable('persons').set({ passwordHash }).where('id', '=', id).execute()
}

export async function updateNames(
  id: string,
  names: { firstName: string; lastName: string },
): Promise<void> {
  await db().updateTable('persons').set(names).where('id', '=', id).execute()
}

export async function updateInterests(
  id: string,
  interests: { subjects: string[]; gradeBands: string[] },
): Promise<void> {
  await db().updateTable('persons').set(interests).where('id', '=', id).execute()
}

export async function markWelcomed(id: string, now: Date): Promise<void> {
  await db()
    .updateTable('persons')
    .set({ welcomedAt: now })
    .where('id', '=', id)
    .where('welcomedAt', 'is', null)
    .execute()
}
