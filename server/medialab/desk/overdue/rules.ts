import { dayAfter, isSchoolDay, schoolDaysAfter } from '../../opening/rules.ts'

export const REMINDERS = ['before', 'first', 'second', 'school'] as const
export type Reminder = (typeof REMINDERS)[number]

/** So many school days after the day it was due (rule 18). */
const AFTER: [Reminder, number][] = [
  ['school', 5],
  ['second', 3],
  ['first', 1],
]

/** The last school day before a day. */
function schoolDayBefore(day: string): string {
  let at = dayAfter(day, -1)
  for (let n = 0; !isSchoolDay(at) && n < 60; n++) at = dayAfter(at, -1)
  return at
}

/**
 * Which reminder a loan has reached on this day; undefined while there is none. Whoever fetched it only then needs no
 * word the day before.
 */
export function reminderOn(
  day: string,
  { due, outOn }: { due: string; outOn: string | null },
): Reminder | undefined {
  for (const [kind, days] of AFTER) if (day >= schoolDaysAfter(due, days)) return kind
  const before = schoolDayBefore(due)
  const isEve = before <= day && day < due && (outOn === null || outOn < day)
  return isEve ? 'before' : undefined
}

/** This one and all before it: after a pause only the latest is sent, and none twice. */
export const reachedWith = (reminder: Reminder): Reminder[] =>
  REMINDERS.slice(0, REMINDERS.indexOf(reminder) + 1)
