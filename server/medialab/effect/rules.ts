import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import type { Opening } from '../opening/contract.ts'
import { isOpenFor, spansOn } from '../opening/rules.ts'
import type { Claim } from '../stock/contract.ts'
import { peakOf } from '../stock/rules.ts'
import { type ComingDate, type Effect, MOST_SHOWN, PURPOSES } from './contract.ts'

/** Is the lab open for a date: while it is used there, or where it goes out and comes back? */
function fits(date: ComingDate, opening: Opening): boolean {
  const { startsAt, endsAt, isLoan, isOut, offers } = date
  const first = localDayOf(startsAt)
  if (isLoan) {
    const last = localDayOf(new Date(endsAt.getTime() - 1))
    return (isOut ? [last] : [first, last]).every(
      (day) => spansOn(opening, day, 'handover').length > 0,
    )
  }
  const span = { from: localTimeOf(startsAt), to: localTimeOf(endsAt) }
  return offers.every(({ kind }) => isOpenFor(opening, first, span, PURPOSES[kind]))
}

/** Dates for which the lab was open and would not be any more. What the SMZ had let pass stays its affair. */
export const shutOut = (dates: ComingDate[], before: Opening, after: Opening): ComingDate[] =>
  dates.filter((date) => fits(date, before) && !fits(date, after))

/**
 * Ids of the dates that no longer get what they hold when there is only so much of it. Who came first keeps it: `claims`
 * are in the order in which they were made.
 */
export function crowdedOut(claims: Claim[], most: number): string[] {
  const kept: Claim[] = []
  const out = new Set<string>()
  for (const claim of claims) {
    if (peakOf(kept, claim) + claim.quantity <= most) kept.push(claim)
    else out.add(claim.dateId)
  }
  return [...out]
}

/** The effect as the form shows it. */
export function effectOf(dates: ComingDate[], key: string): Effect {
  return {
    key,
    dates: dates.slice(0, MOST_SHOWN).map((date) => ({
      ...{ id: date.id, number: date.number, isLoan: date.isLoan, school: date.school },
      startsAt: date.startsAt.toISOString(),
      endsAt: date.endsAt.toISOString(),
      offers: date.offers.map(({ name }) => name).join(', '),
    })),
    more: Math.max(0, dates.length - MOST_SHOWN),
  }
}
