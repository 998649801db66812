import {
  CalendarDate,
  fromDate,
  parseDate,
  parseTime,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date'

/** All schools of the house are in one city. */
const ZONE = 'Europe/Berlin'

/** The local day of a moment, "2026-11-22". */
export function localDayOf(at: Date): string {
  const { year, month, day } = fromDate(at, ZONE)
  return new CalendarDate(year, month, day).toString()
}

/** The local time of a moment, "14:30". */
export function localTimeOf(at: Date): string {
  const { hour, minute } = fromDate(at, ZONE)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment of a local day and time. An hour that summer time leaves out is the one after it. */
export function momentOf(day: string, time: string): Date {
  return toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), ZONE).toDate()
}
