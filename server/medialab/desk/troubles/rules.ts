import type { Holding, Shortfall } from './contract.ts'

const overlaps = (one: Holding, other: Holding) => one.from < other.to && other.from < one.to

/** The most that others take at any moment of a date. */
function peakBeside(date: Holding, others: Holding[]): number {
  const touching = others.filter((one) => overlaps(one, date))
  const moments = [date.from, ...touching.map(({ from }) => from).filter((at) => at > date.from)]
  const takenAt = (at: number) =>
    touching
      .filter(({ from, to }) => from <= at && at < to)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return Math.max(0, ...moments.map(takenAt))
}

/** First what is out, then who booked first. */
const inOrder = (one: Holding, other: Holding) =>
  Number(other.isOut) - Number(one.isOut) ||
  one.bookedAt - other.bookedAt ||
  (one.dateId < other.dateId ? -1 : 1)

/**
 * Which dates cannot be kept when there is only so much of something: who booked last yields. What is out counts as it
 * is, even when it is more than there should be.
 */
export function shortfalls(holdings: Holding[], capacity: number): Shortfall[] {
  const kept: Holding[] = []
  const short: Shortfall[] = []
  for (const date of holdings.toSorted(inOrder)) {
    const free = capacity - peakBeside(date, kept)
    if (date.isOut || date.quantity <= free) kept.push(date)
    else short.push({ dateId: date.dateId, missing: date.quantity - Math.max(0, free) })
  }
  return short
}
