import { type Actor, hasNetworkRole, hasSchoolRole, schoolsOf } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import type { NeedState } from './contract.ts'

/** Who speaks for a school about its equipment. */
const SCHOOL_SIDE: SchoolRole[] = ['principal', 'deputy_principal', 'digital_officer']

export type OfSchool = { schoolId: string }
export type NeedFacts = OfSchool & { state: NeedState }

export const isAuthority = (actor: Actor) =>
  hasNetworkRole(actor, 'school_authority_staff', 'release_manager')
export const isSchoolSide = (actor: Actor, { schoolId }: OfSchool) =>
  hasSchoolRole(actor, SCHOOL_SIDE, schoolId)

const isOpen = ({ state }: NeedFacts) => state === 'noted' || state === 'in_talk'

/** Standards are published to everybody; what a school has and needs is for its people and the Amt. */
export const may = {
  /** Classes and standards. */
  manage: (actor: Actor, _facts: object) => isAuthority(actor),
  see: (actor: Actor, facts: OfSchool) =>
    isAuthority(actor) || schoolsOf(actor).includes(facts.schoolId),
  /** Counts and figures: either side may know better; both are kept. */
  count: (actor: Actor, facts: OfSchool) => isAuthority(actor) || isSchoolSide(actor, facts),
  need: isSchoolSide,
  changeNeed: (actor: Actor, facts: NeedFacts) => isSchoolSide(actor, facts) && isOpen(facts),
  /** What becomes of a need, after it was talked about. */
  decideNeed: (actor: Actor, _facts: NeedFacts) => isAuthority(actor),
  seeReport: (actor: Actor, _facts: object) => isAuthority(actor),
}
