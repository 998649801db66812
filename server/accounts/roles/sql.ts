import { sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import type { MembershipState, Role } from '../contract.ts'

export type NewMembership = {
  personId: string
  schoolId: string | null
  organisationId: string | null
  role: Role
  state: 'pending' | 'confirmed'
  validFrom: Date
  decidedBy: string | null
  decidedAt: Date | null
}

/** @returns undefined when the person has this role there already or waits for it */
export function insertMembership(row: NewMembership) {
  return db()
    .insertInto('memberships')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

function memberships() {
  return db()
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.personId')
    .leftJoin('schools', 'schools.id', 'memberships.schoolId')
    .leftJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .select([
      'memberships.id',
      'memberships.personId',
      'memberships.schoolId',
      sql<Role>`memberships.role`.as('role'),
      sql<MembershipState>`memberships.state`.as('state'),
      'memberships.validFrom',
      'memberships.validUntil',
      'memberships.endedBy',
      'memberships.reason',
      'persons.firstName',
      'persons.lastName',
      'persons.email',
      'schools.slug as schoolSlug',
      'schools.officialEmail',
      sql<string>`coalesce(schools.name, organisations.name)`.as('place'),
    ])
}

/** A role with its person and place. */
export function findMembership(id: string) {
  return memberships().where('memberships.id', '=', id).executeTakeFirst()
}

export async function listMemberships(ids: string[]) {
  return ids.length === 0
    ? []
    : memberships()
        .where('memberships.id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute()
}

/** Everybody who is or waits at a school, by name; deactivated people are left out. */
export function listOfSchool(schoolId: string, now: Date) {
  return memberships()
    .where('memberships.schoolId', '=', schoolId)
    .where('memberships.state', 'in', ['pending', 'confirmed'])
    .where('persons.isActive', '=', true)
    .where((eb) =>
      eb.or([eb('memberships.validUntil', 'is', null), eb('memberships.validUntil', '>', now)]),
    )
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .orderBy('memberships.validFrom')
    .orderBy('memberships.id')
    .execute()
}

/** The condition of the index `memberships_waiting`, word for word. */
const isPending = sql<SqlBool>`memberships.state = 'pending'`

/** Who waits at these schools, the longest waiting first. */
export async function listWaitingAt(schoolIds: string[]) {
  if (schoolIds.length === 0) return []
  return memberships()
    .where('memberships.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where(isPending)
    .where('persons.isActive', '=', true)
    .orderBy('memberships.validFrom')
    .limit(200)
    .execute()
}

const CONFIRMING = ['principal', 'deputy_principal', 'digital_officer']

/** Who waits at schools where nobody of that school can confirm yet, and principals: work of the SMZ. */
export function listWaitingForStandIn(now: Date) {
  return memberships()
    .where(isPending)
    .where('memberships.schoolId', 'is not', null)
    .where('persons.isActive', '=', true)
    .where((eb) =>
      eb.or([
        eb('memberships.role', '=', 'principal'),
        // For each of the few who wait; "not exists" would be answered for all schools at once.
        eb(
          confirmersAt(now)
            .where('confirmers.schoolId', '=', sql.ref<string>('memberships.schoolId'))
            .limit(1),
          'is',
          null,
        ),
      ]),
    )
    .orderBy('memberships.validFrom')
    .limit(200)
    .execute()
}

function confirmersAt(now: Date, roles: string[] = CONFIRMING) {
  return db()
    .selectFrom('memberships as confirmers')
    .innerJoin('persons as confirming', 'confirming.id', 'confirmers.personId')
    .where('confirming.isActive', '=', true)
    .where('confirmers.state', '=', 'confirmed')
    .where('confirmers.role', 'in', roles)
    .where((eb) =>
      eb.or([eb('confirmers.validUntil', 'is', null), eb('confirmers.validUntil', '>', now)]),
    )
    .select('confirmers.personId')
}

/** Those of these schools at which somebody can confirm others. */
export async function listWithConfirmer(schoolIds: string[], now: Date): Promise<Set<string>> {
  if (schoolIds.length === 0) return new Set()
  const rows = await confirmersAt(now)
    .where('confirmers.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .clearSelect()
    .select('confirmers.schoolId')
    .distinct()
    .execute()
  return new Set(rows.flatMap(({ schoolId }) => schoolId ?? []))
}

/** People of the school with one of these roles; without any, the people of the SMZ. */
export function audienceOfRequest(schoolId: string, roles: string[], now: Date) {
  const atSchool = confirmersAt(now, [...roles, '']).where('confirmers.schoolId', '=', schoolId)
  return atSchool.union(confirmersAt(now, ['smz_staff']).where((eb) => eb.not(eb.exists(atSchool))))
}

export function audienceOfOne(personId: string) {
  return db().selectFrom('persons').where('id', '=', personId).select('id as personId')
}

/** Decides once: of two at the same time, one gets the row, the other nothing. */
export async function decide(
  id: string,
  decision: {
    state: 'confirmed' | 'refused'
    decidedBy: string | null
    decidedAt: Date
    reason: string
  },
): Promise<boolean> {
  const result = await db()
    .updateTable('memberships')
    .set(decision)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns false when it had ended before */
export async function endMembership(id: string, endedBy: string, now: Date): Promise<boolean> {
  const result = await db()
    .updateTable('memberships')
    .set({ state: 'ended', validUntil: now, endedBy })
    .where('id', '=', id)
    .where('state', 'in', ['pending', 'confirmed'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Back to what it was before it ended. @returns false when the role was given anew in the meantime */
export async function restoreMembership(id: string): Promise<boolean> {
  const result = await db()
    .updateTable('memberships')
    .set({
      state: sql<string>`case when decided_at is null then 'pending' else 'confirmed' end`,
      validUntil: null,
      endedBy: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'ended')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberships as live')
            .whereRef('live.personId', '=', 'memberships.personId')
            .whereRef('live.role', '=', 'memberships.role')
            .whereRef('live.schoolId', '=', 'memberships.schoolId')
            .where('live.state', 'in', ['pending', 'confirmed'])
            .select('live.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
