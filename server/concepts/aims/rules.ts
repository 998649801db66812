import { parseDate } from '@internationalized/date'
import { COMMENT_DAYS } from './contract.ts'

const after = (day: string, days: number) => parseDate(day).add({ days }).toString()

export const usualEnd = (today: string) => after(today, COMMENT_DAYS.usual)

/** A proposal gives schools a week at least; one that is being commented on may end sooner, but not in the past. */
export function isPossibleEnd(end: string, today: string, before: string | null): boolean {
  if (end === before) return true
  const first = before === null ? after(today, COMMENT_DAYS.least) : today
  return first <= end && end <= after(today, COMMENT_DAYS.most)
}

/** The last day counts in full. */
export const isCommented = (until: string | null, today: string) => until !== null && today <= until
