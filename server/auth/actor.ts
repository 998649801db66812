import type { NetworkRole, SchoolRole } from './contract.ts'

/** Something a person is somewhere, now: confirmed ones carry rights, pending ones wait. */
export type ActorMembership = {
  role: SchoolRole | NetworkRole
  schoolId: string | null
  state: 'pending' | 'confirmed'
}

/** Who asks. Made from the session in one query; rules judge by this and the facts of the thing alone. */
export type Actor = {
  id: string
  sessionId: string
  firstName: string
  lastName: string
  memberships: ActorMembership[]
  isWelcomed: boolean
  /** When the session ends without further use; `isFinal` when use no longer moves it. */
  sessionEnd?: { at: Date; isFinal: boolean }
}

export const fullName = (person: { firstName: string; lastName: string }) =>
  `${person.firstName} ${person.lastName}`

/** Does the actor hold this role, confirmed, at that school (any school when none is named)? */
export function hasSchoolRole(
  actor: Actor,
  roles: readonly SchoolRole[],
  schoolId?: string,
): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.state === 'confirmed' &&
      membership.schoolId !== null &&
      (schoolId === undefined || membership.schoolId === schoolId) &&
      (roles as readonly string[]).includes(membership.role),
  )
}

export function hasNetworkRole(actor: Actor, ...roles: NetworkRole[]): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.state === 'confirmed' &&
      membership.schoolId === null &&
      (roles as string[]).includes(membership.role),
  )
}

/** Confirmed anywhere: at a school or in an office. A pending person reads public things and waits. */
export function isConfirmed(actor: Actor): boolean {
  return actor.memberships.some((membership) => membership.state === 'confirmed')
}

/** Schools at which the person is confirmed. */
export function schoolsOf(actor: Actor): string[] {
  const ids = actor.memberships
    .filter((membership) => membership.state === 'confirmed')
    .flatMap((membership) => membership.schoolId ?? [])
  return [...new Set(ids)]
}
