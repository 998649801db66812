import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { alternativesTo } from '../../finding/views.ts'
import { dayAfter } from '../../opening/rules.ts'
import { openingBetween } from '../../opening/views.ts'
import type { When } from '../../placing/contract.ts'
import { blockedOf } from '../../placing/rules.ts'
import { listClaims } from '../../stock/sql.ts'
import type { Stock } from '../../stock/contract.ts'
import type { BookedDate } from '../contract.ts'
import { offeredOf, weighAnew } from '../holding/views.ts'
import { wishOf } from '../rules.ts'
import * as booking from '../sql.ts'
import { aboutFor, dateFor, factsOf, seenBooking, stampOf } from '../views.ts'
import { acts } from '../policy.ts'
import { type Extending, extensionOf, lastDayBefore, neededAt, typedWish } from './rules.ts'
import * as sql from './sql.ts'

/** What stands in the address after a try that did not go. */
export type Tried = { tag?: string; bis_tag?: string; von?: string; bis?: string }

/**
 * The page on which a date gets another time, or a loan another end. After a try that did not go it says why not, and
 * names the next times that do.
 */
export async function movingFor(actor: Actor, param: string, position: number, tried: Tried) {
  const row = await seenBooking(actor, param)
  const dates = await booking.listDates([row.id])
  const date = existing(dates.find((one) => one.position === position))
  const facts = factsOf(row, date)
  const isExtending = acts.extend(actor, facts)
  if (!isExtending) authorize(acts.move, actor, facts)
  const is = wishOf(date)
  const when = tried.tag === undefined ? null : typedIn(tried, is)
  return {
    booking: { ...aboutFor(row), version: stampOf(row, dates) },
    date: dateFor(actor, row, date),
    typed: when ?? is,
    isStaff: hasNetworkRole(actor, 'smz_staff'),
    extension: isExtending ? await extensionFor(row, date) : null,
    tried: when && !isExtending ? await triedFor(row, date, when) : null,
  }
}

const typedIn = ({ tag = '', bis_tag, von, bis }: Tried, is: When): When =>
  typedWish(
    {
      day: tag,
      ...(bis_tag !== undefined && { to: bis_tag }),
      ...(von !== undefined && { from: von }),
      ...(bis !== undefined && { until: bis }),
    },
    is,
  )

async function triedFor(row: booking.BookingRow, date: BookedDate, when: When) {
  const wish = {
    booking: row,
    dates: [{ id: date.id, when }],
    ...{ offers: date.offers, sets: false },
  }
  const { faults } = await weighAnew(wish, await offeredOf(date.offers))
  const alternatives =
    faults.length === 0
      ? []
      : await alternativesTo(date.offers, when, {
          participants: row.participants,
          besides: [date.id],
        })
  return { sentences: faults.map(({ sentence }) => sentence), alternatives }
}

/** How long a loan may be kept, or why not. */
export async function extensionFor(row: booking.BookingRow, date: BookedDate) {
  return extensionOf(await extendingOf(row, date))
}

const LOOK_AHEAD = 200

export async function extendingOf(
  row: booking.BookingRow,
  date: BookedDate,
): Promise<Extending & { stock: Stock[] }> {
  const { to: end } = wishOf(date)
  const [{ rows, stock }, own, opening] = await Promise.all([
    offeredOf(date.offers),
    sql.listOwnClaims(date.id),
    openingBetween(end, dayAfter(end, LOOK_AHEAD)),
  ])
  const until = date.endsAt.getTime() + LOOK_AHEAD * DAY_IN_MS
  const others = await listClaims(
    own.map(({ resourceId }) => resourceId),
    { from: date.endsAt.getTime(), to: until, besides: [date.id] },
  )
  return {
    ...{ end, extended: date.extended, rules: rows, opening, stock },
    most: Math.min(...date.offers.map(({ extensions }) => extensions)),
    isProject: row.projectId !== null,
    freeUntil: lastDayBefore(neededAt(own, others), end, (day) => blockedUntil(stock, day)),
  }
}
const DAY_IN_MS = 86_400_000

/** When the last of it is free again, if it comes back on that day. */
export const blockedUntil = (stock: Stock[], day: LocalDay): number =>
  Math.max(...stock.map((one) => blockedOf(one, { from: day, to: day, span: null }).to))
