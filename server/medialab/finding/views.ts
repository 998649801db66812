import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { dayAfter } from '../opening/rules.ts'
import { openingBetween } from '../opening/views.ts'
import type { When } from '../placing/contract.ts'
import { spanOfAll } from '../placing/rules.ts'
import { listOffers } from '../placing/sql.ts'
import { byResource } from '../stock/rules.ts'
import { listClaims, listStock } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import { HORIZON_DAYS, nextTimes, strangersFacts } from './rules.ts'

type Around = {
  participants?: number | null
  /** Dates that do not count: the one that is about to be moved. */
  besides?: string[]
}

/**
 * The next three free times of the same length for all of these offers together, as the opening hours and the rules of
 * the offers allow. What a school or a person may not for reasons of their own (limits, instructions) is not looked at.
 */
export async function alternativesTo(
  offers: { id: string; quantity: number }[],
  when: When,
  { participants = null, besides = [] }: Around = {},
): Promise<When[]> {
  const at = now()
  const today = localDayOf(at)
  const first = when.from > today ? when.from : today
  const last = dayAfter(when.to > first ? when.to : first, HORIZON_DAYS)
  const ids = offers.map(({ id }) => id)
  const [rows, stock, opening] = await Promise.all([
    listOffers({ ids }),
    listStock(ids),
    openingBetween(first, last),
  ])
  const sought = offers.flatMap(({ id, quantity }) => {
    const offer = rows.find((row) => row.id === id && row.state === 'listed')
    const own = stock.find((one) => one.id === id)
    return offer && own ? [{ offer, stock: own, quantity, participants }] : []
  })
  if (sought.length < offers.length || sought.length === 0) return []
  const span = spanOfAll([{ ...when, from: first, to: last, span: null }], stock)
  const claims = await listClaims(resourceIdsOf(stock), { ...span, besides })
  const field = { sought, opening, at, held: byResource(claims) }
  return nextTimes({ ...field, facts: () => strangersFacts(today) }, when, today)
}
