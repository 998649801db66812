import { parseDate } from '@internationalized/date'
import type { LocalDay } from '#server/schools/calendar/contract.ts'

/** The first day after a round. */
export const endOf = (startsOn: LocalDay, months: number): LocalDay =>
  parseDate(startsOn).add({ months }).toString()

/** What the next round would be: it begins where the last one ends and lasts as long; at first a school year. */
export function nextRound(
  last: { endsOn: LocalDay; months: number } | undefined,
  today: LocalDay,
): { startsOn: LocalDay; months: number; dueOn: LocalDay } {
  const months = last?.months ?? 12
  const begin = parseDate(today)
  const august = begin.set({ month: 8, day: 1 })
  const thisYear = august.compare(begin) > 0 ? august.subtract({ years: 1 }) : august
  const startsOn = last?.endsOn ?? thisYear.toString()
  return {
    startsOn,
    months,
    dueOn: parseDate(endOf(startsOn, months)).subtract({ days: 31 }).toString(),
  }
}
