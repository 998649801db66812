import { fromDate, toCalendarDate } from '@internationalized/date'

const ZONE = 'Europe/Berlin'
const WEEKS = 6

/** An answer is due six weeks after the report (ux.md section 9), counted in days of Duisburg. */
export function answerDue(at: Date): Date {
  return fromDate(at, ZONE).add({ weeks: WEEKS }).toDate()
}

/** Whole days of the calendar from now until then. */
export function daysUntil(then: Date, now: Date): number {
  return toCalendarDate(fromDate(then, ZONE)).compare(toCalendarDate(fromDate(now, ZONE)))
}
