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

/** Calendars ask for the same hours over and over, and reckoning in a time zone is dear. */
const MOST_KNOWN = 20_000
const known = new Map<string, number>()

/** The moment of a local day and time. An hour that summer time leaves out is the one after it. */
export function momentOf(day: string, time: string): Date {
  const name = `${day} ${time}`
  let moment = known.get(name)
  if (moment === undefined) {
    moment = toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), ZONE)
      .toDate()
      .getTime()
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(name, moment)
  }
  return new Date(moment)
}
