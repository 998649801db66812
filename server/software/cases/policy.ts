import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import type { CaseEvent, ReviewState } from './contract.ts'

/** What must be known of a case to judge. `actor` null: the house itself, at a deadline or by the standing rule. */
export type CaseFacts = { state: ReviewState; requestedBy: string | null }
type Rule = (actor: Actor | null, facts: CaseFacts) => boolean

const isRequester = (actor: Actor | null, { requestedBy }: CaseFacts) =>
  actor !== null && requestedBy === actor.id

/** Nobody has a part in reviewing, signing or releasing what they proposed themselves. */
const reviews: Rule = (actor, facts) =>
  actor !== null &&
  hasNetworkRole(actor, 'smz_staff', 'media_advisor', 'school_dpo') &&
  !isRequester(actor, facts)
const signs: Rule = (actor, facts) =>
  actor !== null && hasNetworkRole(actor, 'school_dpo') && !isRequester(actor, facts)
const releases: Rule = (actor, facts) =>
  actor !== null && hasNetworkRole(actor, 'release_manager') && !isRequester(actor, facts)
const itself: Rule = (actor) => actor === null

const isBefore: readonly ReviewState[] = ['draft', 'submitted', 'triage']

/** Who may bring an event about. Whether it is possible now says `rules.ts`. */
export const mayBring: Record<CaseEvent, Rule> = {
  submit: isRequester,
  /** Three schools that complain take a case up by themselves. */
  take: (actor, facts) => itself(actor, facts) || reviews(actor, facts),
  reject: reviews,
  fast_lane: reviews,
  already_decided: reviews,
  start: reviews,
  ask_requester: reviews,
  ask_vendor: reviews,
  /** Who was asked answers: the requester, the vendor by a link without account; or the office writes it down. */
  answer: (actor, facts) =>
    reviews(actor, facts) ||
    (facts.state === 'waiting_requester' && isRequester(actor, facts)) ||
    (facts.state === 'waiting_vendor' && itself(actor, facts)),
  deadline: itself,
  draft_opinion: reviews,
  send_back: reviews,
  sign: signs,
  hand_over: itself,
  release: (actor, facts) =>
    facts.state === 'opinion_given' ? itself(actor, facts) : releases(actor, facts),
  refuse: releases,
  withdraw: (actor, facts) =>
    isBefore.includes(facts.state) ? isRequester(actor, facts) : reviews(actor, facts),
}
