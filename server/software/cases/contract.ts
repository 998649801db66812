/** Where a case of review stands (data-protection-review.md, "State machine"). */
export const REVIEW_STATES = [
  'draft',
  'submitted',
  'triage',
  'waiting_requester',
  'waiting_vendor',
  'in_review',
  'opinion_draft',
  'opinion_given',
  'release_pending',
  'closed',
  'rejected_intake',
] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const CASE_EVENTS = [
  'submit',
  'take',
  'reject',
  'fast_lane',
  'already_decided',
  'start',
  'ask_requester',
  'ask_vendor',
  'answer',
  'deadline',
  'draft_opinion',
  'send_back',
  'sign',
  'hand_over',
  'release',
  'refuse',
  'withdraw',
] as const
export type CaseEvent = (typeof CASE_EVENTS)[number]

export const CASE_REASONS = [
  'new',
  'change',
  'expiry',
  'incident',
  'complaint',
  'pilot',
  'school_request',
] as const
export type CaseReason = (typeof CASE_REASONS)[number]

export const CASE_OUTCOMES = [
  'released',
  'released_stricter',
  'pilot',
  'refused',
  'already_decided',
  'duplicate',
  'incomplete',
  'withdrawn',
  'objection',
] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

export const PRIORITIES = ['low', 'normal', 'high'] as const
export type Priority = (typeof PRIORITIES)[number]

/** States in which a case is over for good; what comes after is a new case that points back. */
export const OVER: readonly ReviewState[] = ['closed', 'rejected_intake']
/** Cases that somebody works on or has to: one of a product at a time. */
export const OPEN_STATES = REVIEW_STATES.filter(
  (state) => state !== 'draft' && !OVER.includes(state),
)

/** The same numbers stand as checks in the database. */
export const CASE_LIMITS = { purpose: 2000, note: 2000 } as const
