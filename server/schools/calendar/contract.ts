/**
 * Which days are no school days in North Rhine-Westphalia. Sources: RdErl. des MSB vom 19.05.2022 (Ferienordnung
 * 2022/23 bis 2029/30, bass.schul-welt.de/191.htm), Feiertagsgesetz NW. The years from 2028 on are to be compared with
 * the calendar of the ministry once more before they come.
 *
 * Days are local ones, "2026-11-22": they are compared as words, so that a browser can do it too.
 */
export type LocalDay = string

/** First and last day of each, both free. */
export const SCHOOL_HOLIDAYS: readonly (readonly [name: string, from: LocalDay, to: LocalDay])[] = [
  ['Herbstferien', '2025-10-13', '2025-10-25'],
  ['Weihnachtsferien', '2025-12-22', '2026-01-06'],
  ['Osterferien', '2026-03-30', '2026-04-11'],
  ['Pfingstferien', '2026-05-26', '2026-05-26'],
  ['Sommerferien', '2026-07-20', '2026-09-01'],
  ['Herbstferien', '2026-10-17', '2026-10-31'],
  ['Weihnachtsferien', '2026-12-23', '2027-01-06'],
  ['Osterferien', '2027-03-22', '2027-04-03'],
  ['Pfingstferien', '2027-05-18', '2027-05-18'],
  ['Sommerferien', '2027-07-19', '2027-08-31'],
  ['Herbstferien', '2027-10-23', '2027-11-06'],
  ['Weihnachtsferien', '2027-12-24', '2028-01-08'],
  ['Osterferien', '2028-04-10', '2028-04-22'],
  ['Sommerferien', '2028-07-10', '2028-08-22'],
  ['Herbstferien', '2028-10-23', '2028-11-04'],
  ['Weihnachtsferien', '2028-12-21', '2029-01-05'],
  ['Osterferien', '2029-03-26', '2029-04-07'],
  ['Pfingstferien', '2029-05-22', '2029-05-22'],
  ['Sommerferien', '2029-07-02', '2029-08-14'],
  ['Herbstferien', '2029-10-15', '2029-10-27'],
  ['Weihnachtsferien', '2029-12-20', '2030-01-04'],
  ['Osterferien', '2030-04-15', '2030-04-27'],
  ['Sommerferien', '2030-06-24', '2030-08-06'],
]

/** Days that many schools make a beweglicher Ferientag; no law says so. */
const CUSTOM_DAYS: ReadonlyMap<LocalDay, string> = new Map([
  ['2026-02-16', 'Rosenmontag'],
  ['2027-02-08', 'Rosenmontag'],
  ['2028-02-28', 'Rosenmontag'],
  ['2029-02-12', 'Rosenmontag'],
  ['2030-03-04', 'Rosenmontag'],
])

const FIXED: ReadonlyMap<string, string> = new Map([
  ['01-01', 'Neujahr'],
  ['05-01', 'Tag der Arbeit'],
  ['10-03', 'Tag der Deutschen Einheit'],
  ['11-01', 'Allerheiligen'],
  ['12-25', '1. Weihnachtstag'],
  ['12-26', '2. Weihnachtstag'],
])

/** Days from Easter Sunday. */
const MOVABLE: ReadonlyMap<number, string> = new Map([
  [-2, 'Karfreitag'],
  [1, 'Ostermontag'],
  [39, 'Christi Himmelfahrt'],
  [50, 'Pfingstmontag'],
  [60, 'Fronleichnam'],
])

/** How many beweglichen Ferientage a school may fix in a school year. */
const QUOTAS: ReadonlyMap<string, number> = new Map([
  ['2025/26', 3],
  ['2026/27', 3],
  ['2027/28', 3],
  ['2028/29', 4],
  ['2029/30', 4],
])

export const LIMITS = { name: 80, daysPerYear: 10 } as const

const DAY_IN_MS = 86_400_000
const dayNumber = (day: LocalDay) => Date.parse(`${day}T00:00:00Z`) / DAY_IN_MS

export const isLocalDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(dayNumber(value)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)

/** Easter Sunday by the rule of Gauss in its form for the Gregorian calendar, as a day of March (32 is 1 April). */
function easterOf(year: number): LocalDay {
  const century = Math.floor(year / 100)
  const shift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const moon = (19 * (year % 19) + shift) % 30
  const late = Math.floor(moon / 29) + Math.floor(moon / 28) * (year % 19 > 10 ? 1 : 0)
  const fullMoon = 21 + moon - (moon < 28 ? 0 : late > 0 ? 1 : 0)
  const sunday = 7 - ((year + Math.floor(year / 4) + 2 - Math.floor((3 * century + 3) / 4)) % 7)
  const marchDay = fullMoon + 7 - ((fullMoon - sunday) % 7)
  return new Date(Date.UTC(year, 2, marchDay)).toISOString().slice(0, 10)
}

export function publicHolidayOn(day: LocalDay): string | undefined {
  const fromEaster = dayNumber(day) - dayNumber(easterOf(Number(day.slice(0, 4))))
  return FIXED.get(day.slice(5)) ?? MOVABLE.get(fromEaster)
}

export function schoolHolidaysOn(day: LocalDay): string | undefined {
  return SCHOOL_HOLIDAYS.find(([, from, to]) => from <= day && day <= to)?.[0]
}

export function isWeekend(day: LocalDay): boolean {
  // Day 0 of the epoch was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Everywhere free: nobody is to be written to (domain/plg.md, rule 4). */
export const isQuietDay = (day: LocalDay): boolean =>
  isWeekend(day) || publicHolidayOn(day) !== undefined || schoolHolidaysOn(day) !== undefined

/** A school year begins on 1 August (SchulG NRW § 7). */
export function schoolYearOf(day: LocalDay): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** First and last day of a school year, "2026/27". */
export function spanOf(schoolYear: string): { from: LocalDay; to: LocalDay } {
  const year = Number(schoolYear.slice(0, 4))
  return { from: `${year}-08-01`, to: `${year + 1}-07-31` }
}

export const quotaOf = (schoolYear: string): number | undefined => QUOTAS.get(schoolYear)

export type DayFact = {
  kind: 'school_holidays' | 'public_holiday' | 'weekend' | 'custom' | 'school_free'
  /** In German; for a weekend its word, for a school's own day with the name of the school. */
  name: string
}

/** What is known of a day everywhere in the state. */
export function factsOf(day: LocalDay): DayFact[] {
  const found: [DayFact['kind'], string | undefined][] = [
    ['school_holidays', schoolHolidaysOn(day)],
    ['public_holiday', publicHolidayOn(day)],
    ['weekend', isWeekend(day) ? 'Wochenende' : undefined],
    ['custom', CUSTOM_DAYS.get(day)],
  ]
  return found.flatMap(([kind, name]) => (name === undefined ? [] : [{ kind, name }]))
}

/** A beweglicher Ferientag of one school. */
export type FreeDay = { day: LocalDay; name: string; schoolId: string; school: string }

/** The same with the days that some of these schools have fixed for themselves. */
export function factsFor(day: LocalDay, freeDays: FreeDay[]): DayFact[] {
  const own = freeDays
    .filter((one) => one.day === day)
    .map(({ name, school }) => ({ kind: 'school_free' as const, name: `${name}, ${school}` }))
  return [...factsOf(day), ...own]
}

/** Half a school year: the first one runs until the end of January. */
export type Half = { schoolYear: string; half: 1 | 2 }

export function halfOf(day: LocalDay): Half {
  const isSecond = day.slice(5) >= '02-01' && day.slice(5) < '08-01'
  return { schoolYear: schoolYearOf(day), half: isSecond ? 2 : 1 }
}

/** The last school day of a half: the last one of January, the last one before the summer holidays. */
export function endOfHalf({ schoolYear, half }: Half): LocalDay {
  const { to } = spanOf(schoolYear)
  const year = to.slice(0, 4)
  const summer = SCHOOL_HOLIDAYS.find(
    ([name, from]) => name === 'Sommerferien' && from.startsWith(year),
  )
  return lastSchoolDay(half === 1 ? `${year}-01-31` : (summer?.[1] ?? to))
}

function lastSchoolDay(until: LocalDay): LocalDay {
  let day = until
  while (isQuietDay(day)) day = dayBefore(day)
  return day
}

const dayBefore = (day: LocalDay): LocalDay =>
  new Date((dayNumber(day) - 1) * DAY_IN_MS).toISOString().slice(0, 10)

/** The half whose end comes next: in the summer holidays that is the one after them. */
export function runningHalf(day: LocalDay): Half {
  const half = halfOf(day)
  return endOfHalf(half) >= day ? half : halfAfter(half)
}

export function halfAfter({ schoolYear, half }: Half): Half {
  if (half === 1) return { schoolYear, half: 2 }
  return { schoolYear: schoolYearOf(`${Number(schoolYear.slice(0, 4)) + 1}-08-01`), half: 1 }
}
