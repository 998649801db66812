import type { Phase } from '../contract.ts'

/** What the three hard gates ask (domain/plg.md, section 3). */
export const GATES = ['g1', 'g2', 'g3'] as const
export type Gate = (typeof GATES)[number]

export type CheckKey =
  'consents' | 'norms' | 'first_session' | 'known_software' | 'closing_reports' | 'transfer_sheets'

/** One line of the check list: met or not, and what is still missing by name. */
export type Check = {
  key: CheckKey
  gate: Gate
  isMet: boolean
  /** How many there are, where a number says more than a name. */
  count: number
  missing: string[]
}

export const DECISION_KINDS = [
  'phase',
  'pause',
  'resume',
  'next_cycle',
  'closed',
  'agreement',
  'norms',
  'session',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** A line of the group's log. */
export type Decision = {
  id: string
  kind: DecisionKind
  cycle: number
  from: Phase | null
  to: Phase | null
  text: string
  by: string
  at: Date
}

/** What a PLG can decide about its own way. */
export type CycleAct = 'move' | 'pause' | 'resume' | 'close' | 'nextCycle'

export const NOTE_LENGTH = 1000
export const DECISIONS_ON_PAGE = 20
/** So many stand on the overview. */
export const NEWEST_DECISIONS = 3
/** The same number stands as a check in the database. */
export const MOST_CYCLES = 50
