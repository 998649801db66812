import { type Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { bookingNumber, paths } from '../../paths.ts'
import { PAGE_SIZE } from '../contract.ts'
import { myWaiting } from '../../waiting/views.ts'
import { mySeats } from '../../workshops/views.ts'
import { leftBehindCount } from '../reassigning/views.ts'
import { toConsentFor } from '../requests/views.ts'
import { timesInWords } from '../rules.ts'
import * as sql from '../sql.ts'

/** One's own dates: what comes, or what was; and what one has to agree to as Schulleitung. */
export async function mineFor(actor: Actor, search: URLSearchParams) {
  const at = now()
  const shelf = search.get('stand') === 'vergangen' ? 'past' : 'next'
  const page = pageNumber(search.get('seite'))
  const isNext = shelf === 'next'
  const [rows, total, toConsent, leftBehind, waiting, seats] = await Promise.all([
    sql.listOwn(actor.id, { shelf, at, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countOwn(actor.id, shelf, at),
    toConsentFor(actor),
    leftBehindCount(actor),
    isNext ? myWaiting(actor) : [],
    isNext ? mySeats(actor) : [],
  ])
  return {
    shelf,
    dates: paged(rows.map(lineOf), total, page, PAGE_SIZE),
    toConsent,
    leftBehind,
    waiting,
    seats,
  } as const
}

/** What comes next, for "Heute". */
export async function nextBookings(actor: Actor, limit: number) {
  const rows = await sql.listOwn(actor.id, { shelf: 'next', at: now(), limit })
  return rows.map(lineOf)
}

function lineOf(row: sql.OwnRow) {
  const { id, purpose, state, offers, school, isLoan, endsAt } = row
  const number = bookingNumber(row)
  return {
    ...{ id, number, purpose, state, school, isLoan, path: paths.booking(number) },
    when: timesInWords(row),
    isOverdue: (state === 'out' || state === 'partly_back') && endsAt <= now(),
    offers: offers.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)),
  }
}
