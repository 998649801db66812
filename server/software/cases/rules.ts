import type { CaseEvent, CaseOutcome, ReviewState } from './contract.ts'

const STEPS: Record<CaseEvent, Partial<Record<ReviewState, ReviewState>>> = {
  submit: { draft: 'submitted' },
  take: { submitted: 'triage' },
  reject: { submitted: 'rejected_intake', triage: 'rejected_intake' },
  fast_lane: { triage: 'opinion_draft' },
  already_decided: { triage: 'closed' },
  start: { triage: 'in_review' },
  ask_requester: { in_review: 'waiting_requester' },
  ask_vendor: { in_review: 'waiting_vendor' },
  answer: { waiting_requester: 'in_review', waiting_vendor: 'in_review' },
  deadline: { waiting_requester: 'in_review', waiting_vendor: 'in_review' },
  draft_opinion: { in_review: 'opinion_draft' },
  // A draft, or the fast lane, turns out to need another look.
  send_back: { opinion_draft: 'in_review' },
  sign: { opinion_draft: 'opinion_given' },
  hand_over: { opinion_given: 'release_pending' },
  // Where the standing rule of the Schulträger releases on the opinion nothing waits in between.
  release: { opinion_given: 'closed', release_pending: 'closed' },
  refuse: { release_pending: 'closed' },
  // An opinion that was given stays: from there on a case ends by a decision only.
  withdraw: {
    draft: 'rejected_intake',
    submitted: 'rejected_intake',
    triage: 'rejected_intake',
    in_review: 'rejected_intake',
    waiting_requester: 'rejected_intake',
    waiting_vendor: 'rejected_intake',
    opinion_draft: 'rejected_intake',
  },
}

/** Where an event leads from here; undefined where it cannot happen. */
export function nextState(event: CaseEvent, state: ReviewState): ReviewState | undefined {
  return STEPS[event][state]
}

const OUTCOMES: Partial<Record<CaseEvent, readonly CaseOutcome[]>> = {
  reject: ['duplicate', 'incomplete'],
  already_decided: ['already_decided'],
  release: ['released', 'released_stricter', 'pilot', 'objection'],
  refuse: ['refused', 'objection'],
  withdraw: ['withdrawn'],
}

/** What a case can end as by this event; empty where it does not end. */
export const outcomesOf = (event: CaseEvent): readonly CaseOutcome[] => OUTCOMES[event] ?? []
