import { type Actor, hasNetworkRole, hasSchoolRole } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import type { Role } from './contract.ts'
import { deciderRoles } from './rules.ts'

/** A role of a person at a school; `schoolId` is null for an office of the network. */
export type RoleFacts = { schoolId: string | null; role: Role; personId: string }

/** Offices that answer for a school which has nobody yet. */
const standsIn = (actor: Actor) => hasNetworkRole(actor, 'smz_staff', 'operator')

export const may = {
  /** Names, addresses and roles of the people of a school, and who waits there. */
  seePeopleOfSchool: (actor: Actor, facts: { schoolId: string }) =>
    standsIn(actor) || hasSchoolRole(actor, deciderRoles('teacher'), facts.schoolId),
  /** Confirm, refuse, give or end a role at a school. Nobody decides about themselves. */
  decide: (actor: Actor, facts: RoleFacts) =>
    facts.schoolId !== null &&
    facts.personId !== actor.id &&
    (standsIn(actor) ||
      hasSchoolRole(actor, deciderRoles(facts.role as SchoolRole), facts.schoolId)),
  /** Leave one's own place at a school. Offices are taken by an operator only. */
  leave: (actor: Actor, facts: RoleFacts) => facts.schoolId !== null && facts.personId === actor.id,
  /** Everything under /verwaltung. */
  administrate: (actor: Actor) => hasNetworkRole(actor, 'operator'),
  /** Deactivate and reactivate an account. */
  switchOff: (actor: Actor, facts: { personId: string }) =>
    hasNetworkRole(actor, 'operator') && facts.personId !== actor.id,
}
