/** Steps of the SMZ's table, as its buttons send them. */
export const TRIAGE_STEPS = ['take', 'start', 'fast_lane', 'already_decided', 'reject'] as const
export type TriageStep = (typeof TRIAGE_STEPS)[number]
export const TRIAGE_PAGE = 25
