import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date'

const ZONE = 'Europe/Berlin'

/** The moment at which a day of Duisburg begins; undefined for what is no day. `later` moves it by days. */
export function startOfDay(day: string, later = 0): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  try {
    const { year, month, day: number } = parseDate(day).add({ days: later })
    return toZoned(new CalendarDateTime(year, month, number), ZONE).toDate()
  } catch {
    return undefined
  }
}
