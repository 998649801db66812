import type { AppLoadContext } from '@remix-run/node'
import { TooMany } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type SchoolRole, type NetworkRole } from './contract.ts'
import { readSession } from './session.ts'

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
}

const known = new WeakMap<AppLoadContext, Promise<Actor | null>>()

/** The signed-in person of this request or null. Asked once per request, however many loaders a page has. */
export function findActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const found = known.get(context) ?? lookUp(request, context)
  known.set(context, found)
  return found
}

async function lookUp(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const cookie = request.headers.get('cookie') ?? ''
  const found = await readSession(cookie)
  // A made-up cookie counts as a visitor's request: otherwise a new one each time would have no limit at all.
  if (found === 'unknown') await countAsVisitor(context)
  return typeof found === 'string' ? null : found
}

async function countAsVisitor(context: AppLoadContext): Promise<void> {
  try {
    await spend('visitorRequests', context.network)
  } catch (error) {
    if (error instanceof TooMany) throw error
  }
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
