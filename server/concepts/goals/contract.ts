import { YEARS } from '../matrix/grades/contract.ts'

export const GOAL_STATUSES = [
  'idea',
  'planned',
  'active',
  'achieved',
  'partly_achieved',
  'dropped',
  'deferred',
] as const
export type GoalStatus = (typeof GOAL_STATUSES)[number]

/** Still to be worked on; the rest is over, or waits. */
export const OPEN_STATUSES: readonly GoalStatus[] = ['active', 'planned', 'idea']
/** These say why; the database says so too. */
export const REASONED: readonly GoalStatus[] = ['partly_achieved', 'dropped', 'deferred']

/** `authors`: only who writes in the concept, and who has taken the goal on. */
export const GOAL_VISIBILITIES = ['authors', 'school', 'network', 'public'] as const
export type GoalVisibility = (typeof GOAL_VISIBILITIES)[number]

export const MOODS = ['on_track', 'stuck', 'changed'] as const
export type Mood = (typeof MOODS)[number]

export const GRADES = ['SEP', ...YEARS] as const

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 140 },
  why: { max: 1000 },
  successSign: { max: 500 },
  reason: { max: 1000 },
  checkIn: { max: 500 },
  owners: 12,
} as const

/** So many goals at once are enough (R4-6); more is a hint, never a refusal. */
export const ENOUGH = 5
/** A goal of which nothing was said for so long asks how it goes. */
export const QUIET_DAYS = 42
/** So many days before its day a goal says so. */
export const NEAR_DAYS = 7
export const FAR_MONTHS = 12
export const GOALS_PER_PAGE = 30
export const CHECK_INS_PER_PAGE = 10

export type Person = { id: string; name: string }

export type LastCheckIn = { mood: Mood; text: string; at: Date; by: string | null }

/** A goal as a line or card. */
export type GoalLine = {
  id: string
  number: number
  title: string
  status: GoalStatus
  dueOn: string
  /** "Überfällig seit 3 Tagen", null for what is over. */
  due: { text: string; isLate: boolean; isNear: boolean } | null
  owners: Person[]
  isOwn: boolean
  next: { title: string; dueOn: string | null } | null
  lastCheckIn: LastCheckIn | null
  canCheckIn: boolean
}
