import { type Actor, hasSchoolRole, isConfirmed } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import type { Sharing, VisitState } from './contract.ts'

/** What must be known of an offer and the actor's part in it to judge. */
export type OfferFacts = {
  isOpen: boolean
  isHost: boolean
  hostSchoolId: string
  visibility: 'network' | 'plg'
  /** The actor is in the PLG to which it is shown. */
  isInPlg: boolean
  /** The host is still at that school and, where it is for a PLG, in that. */
  isHostThere: boolean
}

/** The same of a visit. */
export type VisitFacts = {
  state: VisitState
  shareWith: Sharing
  isHost: boolean
  isVisitor: boolean
  isInPlg: boolean
  hasBegun: boolean
  isDeleted: boolean
  /** It was taken away so recently that it can be brought back. */
  canComeBack: boolean
}

/** Of one visitor of a visit, for those who release. */
export type ReleaseFacts = { state: VisitState; schoolId: string; visitorId: string }

const TEACHING: SchoolRole[] = ['teacher', 'digital_officer', 'first_level_admin', 'trainee']
const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

const heads = (actor: Actor, schoolId: string) => hasSchoolRole(actor, HEADS, schoolId)
const teachesAt = (actor: Actor, schoolId: string | undefined) =>
  schoolId !== undefined && hasSchoolRole(actor, TEACHING, schoolId) && !heads(actor, schoolId)

const canSeeOffer = (actor: Actor, facts: OfferFacts) =>
  isConfirmed(actor) &&
  (facts.isHost || (facts.isHostThere && (facts.visibility === 'network' || facts.isInPlg)))

const isLive = (actor: Actor, facts: VisitFacts) => isConfirmed(actor) && !facts.isDeleted
const isReaderInPlg = (facts: VisitFacts) => facts.shareWith === 'plg' && facts.isInPlg
const byHost = (actor: Actor, facts: VisitFacts, states: VisitState[]) =>
  isLive(actor, facts) && facts.isHost && states.includes(facts.state)

export const offers = {
  visit: (actor: Actor, _facts: object) => isConfirmed(actor),
  see: canSeeOffer,
  /** At a school where one teaches and which one does not lead: guests come to a colleague, not to a superior. */
  create: (actor: Actor, { schoolId }: { schoolId: string | undefined }) =>
    teachesAt(actor, schoolId),
  change: (actor: Actor, facts: OfferFacts) => isConfirmed(actor) && facts.isHost,
  reopen: (actor: Actor, facts: OfferFacts) =>
    isConfirmed(actor) && facts.isHost && facts.isHostThere,
  /** Who leads the school of the host does not come: a visit is no appraisal (domain/plg.md, section 1). */
  request: (actor: Actor, { schoolId, ...facts }: OfferFacts & { schoolId: string | undefined }) =>
    canSeeOffer(actor, facts) &&
    facts.isOpen &&
    !facts.isHost &&
    !heads(actor, facts.hostSchoolId) &&
    teachesAt(actor, schoolId),
}

export const may = {
  see: (actor: Actor, facts: VisitFacts) =>
    isLive(actor, facts) && (facts.isHost || facts.isVisitor || isReaderInPlg(facts)),
  /** Focus, observations, debrief: as far as the host shares them, and with no office. */
  readWords: (actor: Actor, facts: VisitFacts) =>
    isLive(actor, facts) &&
    (facts.isHost || (facts.isVisitor && facts.shareWith !== 'none') || isReaderInPlg(facts)),
  accept: (actor: Actor, facts: VisitFacts) =>
    byHost(actor, facts, ['requested']) && !facts.hasBegun,
  decline: (actor: Actor, facts: VisitFacts) => byHost(actor, facts, ['requested']),
  cancel: (actor: Actor, facts: VisitFacts) =>
    byHost(actor, facts, ['accepted']) ||
    (isLive(actor, facts) && facts.isVisitor && ['requested', 'accepted'].includes(facts.state)),
  /** Into one's own calendar, for the two sides. */
  keepDate: (actor: Actor, facts: VisitFacts) =>
    isLive(actor, facts) &&
    (facts.isHost || facts.isVisitor) &&
    ['accepted', 'held', 'debriefed'].includes(facts.state),
  /** What is to be watched, and when host and visitors talk before. */
  prepare: (actor: Actor, facts: VisitFacts) => byHost(actor, facts, ['accepted', 'held']),
  hold: (actor: Actor, facts: VisitFacts) => byHost(actor, facts, ['accepted']) && facts.hasBegun,
  observe: (actor: Actor, facts: VisitFacts) =>
    isLive(actor, facts) &&
    facts.isVisitor &&
    facts.shareWith !== 'none' &&
    ((facts.state === 'accepted' && facts.hasBegun) ||
      facts.state === 'held' ||
      facts.state === 'debriefed'),
  debrief: (actor: Actor, facts: VisitFacts) => byHost(actor, facts, ['held', 'debriefed']),
  share: (actor: Actor, facts: VisitFacts) =>
    byHost(actor, facts, ['accepted', 'held', 'debriefed']),
  remove: (actor: Actor, facts: VisitFacts) =>
    byHost(actor, facts, ['declined', 'cancelled', 'held', 'debriefed']),
  restore: (actor: Actor, facts: VisitFacts) =>
    isConfirmed(actor) && facts.isHost && facts.isDeleted && facts.canComeBack,
}

export const releases = {
  list: (actor: Actor, { schoolId }: { schoolId: string }) => heads(actor, schoolId),
  /** Only who leads the visitor's own school, and nobody for themselves. */
  decide: (actor: Actor, facts: ReleaseFacts) =>
    facts.state === 'accepted' && heads(actor, facts.schoolId) && facts.visitorId !== actor.id,
}

declare const proof: unique symbol
/** Proof that the actor may read the words of this visit. Only `proveReader` makes one; their queries demand it. */
export type ReaderOf = { readonly visitId: string; readonly [proof]: true }

/** @returns the proof, or undefined for all others */
export function proveReader(
  actor: Actor,
  visitId: string,
  facts: VisitFacts,
): ReaderOf | undefined {
  return may.readWords(actor, facts) ? ({ visitId } as ReaderOf) : undefined
}
