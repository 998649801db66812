import type { SchoolForm } from '#server/schools/contract.ts'

/**
 * How far a talk is. `agreed` needs both signatures; nothing changes after it. `closed` is the end: its round is over, or it
 * was closed with a reason.
 */
export const TALK_STATES = ['open', 'scheduled', 'prepared', 'held', 'agreed', 'closed'] as const
export type TalkState = (typeof TALK_STATES)[number]

export type Side = 'school' | 'authority'
export const PERSON_SIDES = ['school', 'authority', 'adviser'] as const
export type PersonSide = (typeof PERSON_SIDES)[number]

export const FREQUENCIES = ['daily', 'weekly', 'rarely', 'never', 'unknown'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const CONSEQUENCES = [
  'keep',
  'more',
  'less',
  'replace',
  'train',
  'fix_infrastructure',
  'other',
] as const
export type Consequence = (typeof CONSEQUENCES)[number]

/** Ways to look at a round; "overdue" is for the Amt only. */
export const ROUND_FILTERS = ['open', 'scheduled', 'held', 'agreed', 'closed', 'overdue'] as const
export type RoundFilter = (typeof ROUND_FILTERS)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  place: 200,
  occasion: 300,
  agenda: 3000,
  notes: 5000,
  minutes: 10_000,
  answer: 2000,
  agreement: 1000,
  name: 120,
  closeReason: 500,
  months: { min: 3, max: 48 },
  /** Dates in one proposal, and open at once. */
  dates: 3,
  openDates: 12,
  agreements: 50,
  people: 30,
} as const

/** Both sides are reminded so long before the talk. */
export const REMIND_DAYS = 14
export const PAGE_SIZE = 30

/** A talk as lists show it. */
export type TalkCard = {
  id: string
  number: number
  school: string
  schoolForm: SchoolForm
  schoolYear: string
  state: TalkState
  startsAt: Date | null
  dueOn: string | null
  isBetween: boolean
  /** Both have signed. */
  isSigned: boolean
  isOverdue: boolean
}
