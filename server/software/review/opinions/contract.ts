import type { Verdict } from '../../standing/contract.ts'

export const RISK_LEVELS = ['none', 'low', 'medium', 'high'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

export const DPIA_STATES = [
  'not_needed',
  'needed_by_school',
  'needed_by_authority',
  'done',
] as const
export type DpiaState = (typeof DPIA_STATES)[number]

/** So many uses are decided on one page. */
export const MOST_USES = 12

/** The decision as it stands on the desk until it is signed. */
export type DecisionDraft = {
  verdicts: { scenarioId: string; verdict: Verdict }[]
  /** Building blocks that were ticked. */
  blocks: string[]
  /** Own conditions, one a line. */
  ownConditions: string
  validUntil: string | null
  riskLevel: RiskLevel
  dpia: DpiaState
  reasoning: string
  alternative: string
  graceText: string
}

/** The same numbers stand as checks in the database. */
export const DECISION_LIMITS = {
  reasoning: { min: 10, max: 8000 },
  alternative: 1000,
  grace: 400,
  note: 4000,
  ownConditions: 4000,
  condition: 400,
} as const
