import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import type { HoursPurpose, OfferKind } from '../contract.ts'
import type { Opening, Span } from '../opening/contract.ts'
import { isSchoolDay, spansOn } from '../opening/rules.ts'
import { type Period, SMALLEST_CELL } from '../period/contract.ts'
import { daysOf, said } from '../period/rules.ts'
import { monthWord } from '../period/words.ts'
import { kindNames } from '../words.ts'
import {
  type Amount,
  type Capacity,
  UTILISATION_BY,
  type UtilisationBy,
  type UtilisationLine,
} from './contract.ts'
import { utilisationWords } from './words.ts'

export type UtilisationRow = {
  key: string
  name: string | null
  bookings: number
  hours: number
  days: number
  noShows: number
  lateCancelled: number
  schools: number
}

export const utilisationByFrom = (asked: string | null): UtilisationBy =>
  UTILISATION_BY.find((by) => by === asked) ?? 'offer'

/** Each day of a period, and the day before it, with how many school days there were until then. */
export function schoolDayCount(period: Period): { days: LocalDay[]; counts: number[] } {
  const days = daysOf(period)
  let count = 0
  return { days, counts: days.map((day) => (count += isSchoolDay(day) ? 1 : 0)) }
}

const PURPOSES: Partial<Record<OfferKind, HoursPurpose>> = { advice: 'advice', event: 'events' }

const purposeOf = ({ kind }: Capacity): HoursPurpose => PURPOSES[kind] ?? 'open'
const hoursIn = ({ from, to }: Span) => (minutesOf(to) - minutesOf(from)) / 60
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** What could be booked of all that: hours in which it is open, days on which there is school; by the key of a line. */
export function possibleOf(
  all: Capacity[],
  { opening, period, by }: { opening: Opening; period: Period; by: UtilisationBy },
): Map<string, Amount> {
  const possible = new Map<string, Amount>()
  if (by === 'schoolForm' || by === 'district') return possible
  const sums = purposeSums(opening, period, by === 'month')
  for (const capacity of all) {
    for (const [month, { hours, schoolDays }] of sums) {
      const key = by === 'month' ? month : by === 'kind' ? capacity.kind : capacity.id
      const known = possible.get(key) ?? { hours: 0, days: 0 }
      possible.set(key, {
        hours: known.hours + (capacity.isInLab ? capacity.units * hours[purposeOf(capacity)] : 0),
        days: known.days + (capacity.isLent ? capacity.units * schoolDays : 0),
      })
    }
  }
  return possible
}

type Sum = { hours: Record<HoursPurpose, number>; schoolDays: number }

/** Hours by purpose and school days, by month or in one. */
function purposeSums(opening: Opening, period: Period, isByMonth: boolean): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const day of daysOf(period)) {
    const key = isByMonth ? day.slice(0, 7) : ''
    const sum = sums.get(key) ?? {
      hours: { open: 0, handover: 0, advice: 0, events: 0 },
      schoolDays: 0,
    }
    sums.set(key, sum)
    if (isSchoolDay(day)) sum.schoolDays++
    for (const purpose of ['open', 'advice', 'events'] as const)
      for (const span of spansOn(opening, day, purpose)) sum.hours[purpose] += hoursIn(span)
  }
  return sums
}

type Around = { by: UtilisationBy; possible: Map<string, Amount>; hidesFew: boolean }

/** Months in their order, everything else with the most used first. What nobody booked has a line too. */
export function utilisationLines(
  rows: UtilisationRow[],
  all: Capacity[],
  { by, possible, hidesFew }: Around,
): UtilisationLine[] {
  const known = new Set(rows.map(({ key }) => key))
  const unused = [...possible.keys()].filter((key) => !known.has(key)).map(emptyRow)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const lines = [...rows, ...unused].map(({ hours, days, name, ...row }): UtilisationLine => {
    // One school of its Schulform in a district would be told by it.
    const isHidden =
      hidesFew && (by === 'schoolForm' || by === 'district') && row.schools < SMALLEST_CELL
    return {
      ...row,
      label: labelOf(by, row.key, name ?? names.get(row.key) ?? null),
      booked: { hours, days },
      possible: possible.get(row.key) ?? null,
      schools: said(row.schools),
      isHidden,
    }
  })
  return lines.toSorted((one, other) =>
    by === 'month'
      ? one.key.localeCompare(other.key)
      : weightOf(other) - weightOf(one) || one.label.localeCompare(other.label, 'de'),
  )
}

const emptyRow = (key: string): UtilisationRow => ({
  ...{ key, name: null, bookings: 0, hours: 0, days: 0, noShows: 0 },
  ...{ lateCancelled: 0, schools: 0 },
})

const weightOf = (line: UtilisationLine) => Math.max(shareOf(line) ?? 0, line.bookings / 1e6)

/** The larger of the two shares, in whole per cent; null where nothing could be booked. */
export function shareOf({ booked, possible }: UtilisationLine): number | null {
  if (!possible || (possible.hours === 0 && possible.days === 0)) return null
  const of = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
  return Math.round(
    100 * Math.max(of(booked.hours, possible.hours), of(booked.days, possible.days)),
  )
}

function labelOf(by: UtilisationBy, key: string, name: string | null): string {
  if (by === 'offer') return name ?? ''
  if (by === 'month') return monthWord(key)
  const words: Record<string, string> =
    by === 'kind' ? kindNames : by === 'schoolForm' ? schoolFormWords : districtWords
  return words[key] ?? utilisationWords.withoutSchool
}

/** The share that half of the lines do not exceed; null where there are none. */
export function medianShare(lines: UtilisationLine[]): number | null {
  const shares = lines.flatMap((line) => shareOf(line) ?? []).toSorted((a, b) => a - b)
  return shares[Math.floor((shares.length - 1) / 2)] ?? null
}
