import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { periodOf } from '../sessions/rules.ts'
import type { PollState } from './contract.ts'
import { refusals } from './words.ts'

type Typed = { at: number; day?: string; from?: string; to?: string }
type Period = { startsAt: Date; endsAt: Date }
type Fault = { field: string; sentence: string }

/** The filled lines as moments, or what is wrong with the first one that is. */
export function slotsOf(lines: Typed[], now: Date): Period[] | Fault {
  const found: Period[] = []
  for (const line of lines) {
    const period = slotOf(line, now)
    if (!period) continue
    if ('sentence' in period) return period
    if (found.some(({ startsAt }) => startsAt.getTime() === period.startsAt.getTime()))
      return { field: `slot${line.at}Day`, sentence: refusals.twice }
    found.push(period)
  }
  if (found.length < 2) return { field: 'slot1Day', sentence: refusals.noSlots }
  return found.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

function slotOf({ at, day, from, to }: Typed, now: Date): Period | Fault | undefined {
  // Beginning and end are filled in beforehand; a line without a day is none.
  if (!day) return undefined
  if (!from || !to) return { field: `slot${at}Day`, sentence: refusals.half }
  const period = periodOf({ day, from, to })
  if (!period) return { field: `slot${at}To`, sentence: refusals.endsFirst }
  return period.startsAt < now ? { field: `slot${at}Day`, sentence: refusals.past } : period
}

/** After its last day nobody answers any more; who opened it decides all the same. */
export function stateAt(
  poll: { state: PollState; closesOn: LocalDay | null },
  now: Date,
): { isAnswerable: boolean } {
  const isLate = poll.closesOn !== null && localDayOf(now) > poll.closesOn
  return { isAnswerable: poll.state === 'open' && !isLate }
}
