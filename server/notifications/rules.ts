import {
  CalendarDateTime,
  fromDate,
  startOfWeek,
  toCalendarDate,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date'
import { isQuietDay } from '#server/schools/calendar/contract.ts'
import type { Age, MailWish } from './contract.ts'

const ZONE = 'Europe/Berlin'
/** Mails go out on school days between these hours; the collected one at 16:00 (ux.md, section 6). */
const OPENS = 7
const CLOSES = 18
const DIGEST = 16

/**
 * When the mail for a notification is due, in the time of Duisburg. 'soon' means at once in working hours,
 * else the next working morning at 7; 'digest' the next 16:00 on a working day. Weekends, public and school holidays
 * are no working days (domain/plg.md, rule 4).
 */
export function mailDueAt(wish: MailWish, now: Date): Date | null {
  if (wish === 'none') return null
  const local = fromDate(now, ZONE)
  if (wish === 'digest') return nextWorkingDayAt(local, DIGEST).toDate()
  if (isWorkingDay(local) && local.hour >= OPENS && local.hour < CLOSES) return now
  return nextWorkingDayAt(local, OPENS).toDate()
}

/** The next moment at this full hour on a school day, later than `from`. */
function nextWorkingDayAt(from: ZonedDateTime, hour: number): ZonedDateTime {
  let day = from.hour >= hour ? from.add({ days: 1 }) : from
  while (!isWorkingDay(day)) day = day.add({ days: 1 })
  return toZoned(new CalendarDateTime(day.year, day.month, day.day, hour), ZONE)
}

const isWorkingDay = (day: ZonedDateTime) => !isQuietDay(toCalendarDate(day).toString())

/** Under which heading of the bell a line stands: days and weeks (Monday to Sunday) of Duisburg. */
export function ageOf(at: Date, now: Date): Age {
  const then = toCalendarDate(fromDate(at, ZONE))
  const today = toCalendarDate(fromDate(now, ZONE))
  if (then.compare(today) >= 0) return 'today'
  return then.compare(startOfWeek(today, 'de-DE')) >= 0 ? 'this_week' : 'older'
}
