import { parseDate } from '@internationalized/date'
import { isLocalDay, type LocalDay } from '#server/schools/calendar/contract.ts'
import { DISTRICTS, SCHOOL_FORMS } from '#server/schools/contract.ts'
import { OFFER_KINDS } from '../contract.ts'
import { dayAfter } from '../opening/rules.ts'
import {
  FIGURE_PARAMS,
  type FigureFilter,
  LONGEST_PERIOD,
  type Period,
  type Schools,
  SMALLEST_CELL,
} from './contract.ts'

const FIRST_DAY = '2020-01-01'

/** What an address asks; what is unknown counts as not chosen, and without days it is the last twelve months. */
export function figureFilterFrom(asked: URLSearchParams, today: LocalDay): FigureFilter {
  const one = <Value extends string>(allowed: readonly Value[], name: string): Value | '' =>
    allowed.find((value) => value === asked.get(name)) ?? ''
  return {
    ...periodFrom(asked.get(FIGURE_PARAMS.from), asked.get(FIGURE_PARAMS.to), today),
    schoolForm: one(SCHOOL_FORMS, FIGURE_PARAMS.schoolForm),
    district: one(DISTRICTS, FIGURE_PARAMS.district),
    kind: one(OFFER_KINDS, FIGURE_PARAMS.kind),
  }
}

function periodFrom(from: string | null, to: string | null, today: LocalDay): Period {
  const last = parseDate(today).add({ years: 2 }).toString()
  const known = (day: string | null) =>
    day !== null && isLocalDay(day) && day >= FIRST_DAY && day <= last ? day : undefined
  const until = known(to) ?? today
  const since = known(from) ?? dayAfter(parseDate(until).subtract({ years: 1 }).toString())
  if (since > until) return { from: until, to: since }
  const earliest = dayAfter(until, -LONGEST_PERIOD)
  return { from: since < earliest ? earliest : since, to: until }
}

/** A number of schools as it may be said. */
export const said = (schools: number): Schools =>
  schools > 0 && schools < SMALLEST_CELL ? null : schools

/** All days from the first to the last. */
export function daysOf({ from, to }: Period): LocalDay[] {
  const days: LocalDay[] = []
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day)
  return days
}
