/**
 * Dates and numbers as people in Duisburg write them. Only digits come from Intl; names of days and months
 * stand here, because the language data of Node and of a browser differ in dots and spaces.
 */
export type Instant = Date | string | number

const WEEKDAYS = [
  'Sonntag',
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
] as const

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

const DAY_IN_MS = 86_400_000

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const digits = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 })

/** "27.11.2026" */
export function day(instant: Instant): string {
  const { date, month, year } = inBerlin(instant)
  return `${date}.${month}.${year}`
}

/** "Freitag, 27. November 2026" */
export function longDay(instant: Instant): string {
  const { date, month, year, dayNumber } = inBerlin(instant)
  return `${weekday(dayNumber)}, ${Number(date)}. ${MONTHS[Number(month) - 1]} ${year}`
}

/** "11:40" */
export function time(instant: Instant): string {
  const { hour, minute } = inBerlin(instant)
  return `${hour}:${minute}`
}

/** "heute, 11:40", "gestern, 09:12", "Mo, 23.11., 09:12"; in another year only the day. */
export function when(instant: Instant, now: Instant): string {
  const then = inBerlin(instant)
  const today = inBerlin(now)
  const near = new Map([
    [-1, 'gestern'],
    [0, 'heute'],
    [1, 'morgen'],
  ]).get(then.dayNumber - today.dayNumber)
  if (near) return `${near}, ${time(instant)}`
  if (then.year !== today.year) return day(instant)
  return `${weekday(then.dayNumber).slice(0, 2)}, ${then.date}.${then.month}., ${time(instant)}`
}

/** "1.234,5" */
export function number(value: number): string {
  return digits.format(value)
}

/** "1 Beitrag", "12 Beiträge" */
export function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

/** "MT" for Meike Thomas; titles do not count. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase()).join('') || '?'
}

type WallClock = {
  year: string
  month: string
  date: string
  hour: string
  minute: string
  dayNumber: number
}

const MINUTE_IN_MS = 60_000
/** Intl is slow and a page says the same minute often; so many are kept, then the map begins anew. */
const MOST_KEPT = 5_000
const kept = new Map<number, WallClock>()

function inBerlin(instant: Instant): WallClock {
  const minuteNumber = Math.floor(new Date(instant).getTime() / MINUTE_IN_MS)
  const known = kept.get(minuteNumber)
  if (known) return known
  const parts = Object.fromEntries(
    clock.formatToParts(minuteNumber * MINUTE_IN_MS).map((part) => [part.type, part.value]),
  )
  const { year = '', month = '', day: date = '', hour = '', minute = '' } = parts
  const dayNumber = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_IN_MS
  const read = { year, month, date, hour, minute, dayNumber }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(minuteNumber, read)
  return read
}

/** Day 0 of the epoch was a Thursday. */
function weekday(dayNumber: number): string {
  return WEEKDAYS[(((dayNumber + 4) % 7) + 7) % 7] ?? ''
}
