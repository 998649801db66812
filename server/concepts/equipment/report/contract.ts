import type { Tier } from '../contract.ts'

/** Fewer schools than these are never shown by themselves: one could tell which they are. */
export const SMALLEST_CELL = 3

export const REPORT_BY = ['form', 'district'] as const
export type ReportBy = (typeof REPORT_BY)[number]

/** What one school needs of one class. */
export type NeedOf = {
  classId: string
  tier: Tier
  schoolId: string
  form: string
  district: string
  quantity: number
}

/** Schools of one or several groups together; never fewer than the smallest cell. */
export type Cell = { groups: string[]; schools: number; quantity: number }

/** A class of one tier. Null: fewer schools than may be shown. There is no sum over classes: it would give those away. */
export type ReportLine = {
  classId: string
  tier: Tier
  total: { schools: number; quantity: number } | null
  cells: Cell[]
}
