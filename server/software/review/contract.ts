import type { CaseReason, Priority, ReviewState } from '../cases/contract.ts'

/** What the desk is narrowed to. */
export const QUEUE_FILTERS = ['all', 'new', 'reviewing', 'waiting', 'expiring', 'expired'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

export const QUEUE_PAGE = 25

/** A row of the desk: a case, or a release about to end of which there is none yet. */
export type QueueRow = {
  number: number | null
  slug: string
  app: string
  state: ReviewState | null
  reason: CaseReason | null
  priority: Priority
  /** Days since it was submitted; for what has expired, since then. */
  days: number
  schools: number
  neededBy: string | null
  waitingUntil: string | null
  /** End of the release that runs or ran last. */
  until: string | null
}

/** The room of the desk: what happens to any case is heard there. */
export const DESK_ROOM = {
  kind: 'review-desk',
  id: '8f0e6a52-3c1d-4b7e-9a25-000000000001',
} as const

/** Days before its end that a release is on the list of those to look at again. */
export const LOOK_AHEAD_DAYS = 60
/** The kind of thing that files of a case hang on: what answers rest on, and what vendors send. */
export const CASE_PAPER = 'case-paper'
/** So many schools that complain take a case up by themselves. */
export const COMPLAINTS = 3
