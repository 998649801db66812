import { type Actor, hasNetworkRole, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import {
  type Joining,
  type Kind,
  KIND_DEFAULTS,
  type Phase,
  type PlgRole,
  type SeatState,
} from './contract.ts'

/** What must be known of a PLG and the actor's place in it to judge. */
export type PlgFacts = {
  joining: Joining
  /** The actor's live row in plg_members. */
  seat: { role: PlgRole; state: SeatState } | null
}
/** For coming in: also how far it is, and the school one comes for. */
export type EntryFacts = PlgFacts & { phase: Phase; schoolId: string | undefined }
/** For taking back one's own leaving. */
export type ReturnFacts = { personId: string; hasLeft: boolean; isRecent: boolean }

const TEACHING: SchoolRole[] = ['teacher', 'digital_officer', 'first_level_admin', 'trainee']
const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

/**
 * Does the actor teach there? Whoever leads the school comes in by invitation only, so that no superior sees a
 * PLG's inside unless its members want it (product.md, section 3).
 */
const teachesAt = (actor: Actor, schoolId: string | undefined) =>
  schoolId !== undefined &&
  hasSchoolRole(actor, TEACHING, schoolId) &&
  !hasSchoolRole(actor, HEADS, schoolId)

const isInside = (facts: PlgFacts) => facts.seat?.state === 'active'

export const may = {
  /** The pages of PLGs at all: not before one's school or office has confirmed one. */
  visit: (actor: Actor, _facts: object) => isConfirmed(actor),
  /** The outer page. A closed PLG is known to its members and the invited only (product.md, section 3). */
  see: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) &&
    (facts.joining !== 'closed' ||
      facts.seat?.state === 'active' ||
      facts.seat?.state === 'invited'),
  /** Everything inside: members only, whatever office somebody holds. */
  enter: (actor: Actor, facts: PlgFacts) => isConfirmed(actor) && isInside(facts),
  /** Settings, requests, invitations, roles, removing. */
  lead: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) && isInside(facts) && facts.seat?.role === 'lead',
  /** Put away and bring back what others made inside. No office does that, only those who lead or accompany. */
  keepOrder: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) &&
    isInside(facts) &&
    (facts.seat?.role === 'lead' || facts.seat?.role === 'facilitator'),
  leave: (actor: Actor, facts: PlgFacts) => isConfirmed(actor) && isInside(facts),
  comeBack: (actor: Actor, facts: ReturnFacts) =>
    isConfirmed(actor) && facts.personId === actor.id && facts.hasLeft && facts.isRecent,

  /** Teachers found groups for a school at which they teach; a circle of principals is founded by one. */
  found: (
    actor: Actor,
    { schoolId, kind = 'plg' }: { schoolId: string | undefined; kind?: Kind },
  ) =>
    KIND_DEFAULTS[kind].foundedBy === 'heads'
      ? schoolId !== undefined && hasSchoolRole(actor, HEADS, schoolId)
      : teachesAt(actor, schoolId),
  join: (actor: Actor, facts: EntryFacts) =>
    facts.joining === 'open' &&
    facts.phase !== 'closed' &&
    (facts.seat === null || facts.seat.state === 'requested') &&
    teachesAt(actor, facts.schoolId),
  request: (actor: Actor, facts: EntryFacts) =>
    facts.joining === 'by_request' &&
    facts.phase !== 'closed' &&
    facts.seat === null &&
    teachesAt(actor, facts.schoolId),
  withdraw: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) && facts.seat?.state === 'requested',
  answerInvitation: (actor: Actor, facts: PlgFacts) =>
    isConfirmed(actor) && facts.seat?.state === 'invited',

  /**
   * The SMZ sends somebody to accompany a PLG it can see; in a closed one the leads invite whom they want. Of a
   * walled group nobody outside knows, so those who lead it ask somebody of the SMZ in.
   */
  assignFacilitator: (actor: Actor, facts: PlgFacts & { kind: Kind; phase: Phase }) =>
    facts.phase !== 'closed' &&
    (KIND_DEFAULTS[facts.kind].isWalled
      ? isConfirmed(actor) && isInside(facts) && facts.seat?.role === 'lead'
      : hasNetworkRole(actor, 'smz_staff') && facts.joining !== 'closed'),
  /** The principal or the deputy speaks for the school, and sees what is needed for that. */
  decideConsent: (actor: Actor, facts: { schoolId: string }) =>
    hasSchoolRole(actor, HEADS, facts.schoolId),
}

declare const proof: unique symbol
/** Proof that the actor is inside this PLG. Only `proveMember` makes one; scoped queries demand it. */
export type MemberOf = { readonly plgId: string; readonly personId: string; readonly [proof]: true }

/** @returns the proof, or undefined for people outside */
export function proveMember(actor: Actor, plgId: string, facts: PlgFacts): MemberOf | undefined {
  return may.enter(actor, facts) ? ({ plgId, personId: actor.id } as MemberOf) : undefined
}
