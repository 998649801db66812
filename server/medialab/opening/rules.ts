import {
  isWeekend,
  type LocalDay,
  publicHolidayOn,
  schoolHolidaysOn,
} from '#server/schools/calendar/contract.ts'
import type { HolidayRule, HoursPurpose } from '../contract.ts'
import type { Opening, Span } from './contract.ts'

const LONGEST_LOOK = 400

const DAY = 86_400_000

/** Asked for thousands of times by a search, so it is reckoned with numbers: days of UTC have no summer time. */
export const dayAfter = (day: LocalDay, days = 1): LocalDay =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** 1 is Monday. */
export const weekdayOf = (day: LocalDay): number =>
  ((new Date(Date.parse(day)).getUTCDay() + 6) % 7) + 1

/** Why nothing happens there on this day: a public holiday or a closure; undefined when something may. */
export function closedBy(
  opening: Opening,
  day: LocalDay,
  purpose: HoursPurpose,
): string | undefined {
  const holiday = publicHolidayOn(day)
  if (holiday) return holiday
  return opening.closures.find(
    ({ startsOn, endsOn, effect }) =>
      startsOn <= day && day <= endsOn && (effect === 'closed' || purpose === 'handover'),
  )?.reason
}

/** When it is open for this on that day, joined and in order (rule 1). */
export function spansOn(opening: Opening, day: LocalDay, purpose: HoursPurpose): Span[] {
  if (closedBy(opening, day, purpose) !== undefined) return []
  const weekday = weekdayOf(day)
  const spans = opening.hours
    .filter(
      (one) =>
        one.weekday === weekday &&
        one.purpose === purpose &&
        (one.validFrom ?? day) <= day &&
        day <= (one.validUntil ?? day),
    )
    .map(({ from, to }) => ({ from, to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1)
    if (!last || last.to < span.from) return [...joined, span]
    return [...joined.slice(0, -1), { from: last.from, to: last.to > span.to ? last.to : span.to }]
  }, [])
}

export const isOpenFor = (
  opening: Opening,
  day: LocalDay,
  span: Span,
  purpose: HoursPurpose,
): boolean =>
  spansOn(opening, day, purpose).some(({ from, to }) => from <= span.from && span.to <= to)

/** The first day from this one on which things go out and come in (rule 2); undefined when none is known. */
export function nextHandover(opening: Opening, day: LocalDay): LocalDay | undefined {
  for (let n = 0; n < LONGEST_LOOK; n++) {
    const at = dayAfter(day, n)
    if (spansOn(opening, at, 'handover').length > 0) return at
  }
  return undefined
}

export const isSchoolDay = (day: LocalDay): boolean =>
  !isWeekend(day) && publicHolidayOn(day) === undefined && schoolHolidaysOn(day) === undefined

/** Does a day of a loan count (rules 2 and 3)? */
const counts = (day: LocalDay, holidays: HolidayRule): boolean =>
  !isWeekend(day) &&
  publicHolidayOn(day) === undefined &&
  (holidays === 'counted' || schoolHolidaysOn(day) === undefined)

/** How many days of school a loan from day to day takes; both ends count. */
export function schoolDaysOf(from: LocalDay, to: LocalDay, holidays: HolidayRule): number {
  let days = 0
  for (let day = from, n = 0; day <= to && n < LONGEST_LOOK; day = dayAfter(day), n++)
    if (counts(day, holidays)) days++
  return days
}

/** The school holidays that a loan goes over, by their names. */
export function holidaysIn(from: LocalDay, to: LocalDay): string[] {
  const names = new Set<string>()
  for (let day = from, n = 0; day <= to && n < LONGEST_LOOK; day = dayAfter(day), n++) {
    const name = schoolHolidaysOn(day)
    if (name) names.add(name)
  }
  return [...names]
}

/** So many school days later; 0 is the day itself. */
export function schoolDaysAfter(day: LocalDay, days: number): LocalDay {
  let at = day
  for (let left = days, n = 0; left > 0 && n < LONGEST_LOOK; n++) {
    at = dayAfter(at)
    if (isSchoolDay(at)) left--
  }
  return at
}

/** The last day on which a loan of so many school days comes back: moved on to where the lab takes things (rule 2). */
export function returnDay(
  opening: Opening,
  from: LocalDay,
  { schoolDays, holidays }: { schoolDays: number; holidays: HolidayRule },
): { day: LocalDay; isMoved: boolean } | undefined {
  let day = from
  for (let n = 0; schoolDaysOf(from, day, holidays) < schoolDays && n < LONGEST_LOOK; n++)
    day = dayAfter(day)
  const open = nextHandover(opening, day)
  return open === undefined ? undefined : { day: open, isMoved: open !== day }
}
