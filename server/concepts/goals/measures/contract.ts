import type { Person } from '../contract.ts'

export const MEASURE_STATUSES = ['open', 'doing', 'done', 'blocked', 'dropped'] as const
export type MeasureStatus = (typeof MEASURE_STATUSES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { max: 140 },
  nextStep: { max: 300 },
  blockedBy: { max: 300 },
  perGoal: 50,
} as const

export type MeasureLine = {
  id: string
  title: string
  nextStep: string
  dueOn: string | null
  /** In words, null for what is over or has no day. */
  due: { text: string; isLate: boolean } | null
  status: MeasureStatus
  blockedBy: string
  owners: Person[]
  version: number
  /** The request for help that came of it, for those who may see it. */
  request: { title: string; path: string } | null
}
