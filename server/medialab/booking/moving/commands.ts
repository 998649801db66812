import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { DateState } from '../../contract.ts'
import { recordUnmet } from '../../demand/commands.ts'
import { unmetOf } from '../../demand/rules.ts'
import type { Fault } from '../../placing/contract.ts'
import { holdOpening } from '../../opening/sql.ts'
import { momentsOf } from '../../placing/rules.ts'
import { may } from '../../policy.ts'
import { lockResources } from '../../stock/sql.ts'
import { resourceIdsOf } from '../../stock/views.ts'
import { allowed, holderOf, type Locked, lockedBooking, noteAct, refuseStale } from '../commands.ts'
import type { BookedDate } from '../contract.ts'
import { holdAnew } from '../holding/commands.ts'
import { offeredOf } from '../holding/views.ts'
import type { AddOfferInput, RemoveOfferInput } from '../inputs.ts'
import { acts } from '../policy.ts'
import { timesInWords, wishOf } from '../rules.ts'
import * as booking from '../sql.ts'
import { factsOf } from '../views.ts'
import { refusals } from '../words.ts'
import type { ExtendInput, MoveInput } from './inputs.ts'
import { extensionOf, refusedEnd, typedWish } from './rules.ts'
import * as sql from './sql.ts'
import { blockedUntil, extendingOf } from './views.ts'

export type Moved = { kind: 'moved'; state: DateState } | { kind: 'refused'; faults: Fault[] }

const dateAt = ({ dates }: Locked, position: number): BookedDate =>
  existing(dates.find((date) => date.position === position))

/**
 * Another time for one date, by the same rules as booking; what it holds itself is not in its way. What does not go is
 * said, and nothing is changed.
 */
export async function moveDate(
  actor: Actor,
  param: string,
  position: number,
  input: MoveInput,
): Promise<Moved> {
  if (input.override !== '') authorize(may.override, actor, {})
  return transaction(async (publish) => {
    await holdOpening()
    const locked = await lockedBooking(actor, param)
    const date = dateAt(locked, position)
    authorize(may.changeBooking, actor, locked.row)
    refuseStale(locked, input.version)
    if (!acts.move(actor, factsOf(locked.row, date))) throw new Refusal(refusals.notYet)
    const when = typedWish(typedOf(input), wishOf(date))
    const weighed = await holdAnew({
      booking: holderOf(locked.row),
      ...{ dates: [{ id: date.id, when }], offers: date.offers, sets: input.override !== '' },
    })
    const { faults } = weighed
    if (faults.length > 0) {
      const { schoolId } = locked.row
      await recordUnmet(unmetOf(faults, { schoolId, offers: date.offers, dates: [when] }))
      return { kind: 'refused', faults }
    }
    const state = stateAfter(actor, date, weighed.isAsked)
    const times = momentsOf(when)
    await booking.updateDates([date.id], { ...times, state, changedAt: now() })
    const note = `${timesInWords(date)} → ${timesInWords({ ...date, ...times })}`
    await noteAct(publish, actor, locked, {
      ...{ act: 'moved', dates: [date], note, reason: input.override, released: true },
    })
    return { kind: 'moved', state }
  })
}

const typedOf = ({ day, to, from, until }: MoveInput) => ({
  day,
  ...(to !== undefined && { to }),
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
})

/** Where somebody has to agree they are asked again; what the SMZ moves stays what it was. */
function stateAfter(actor: Actor, { state }: BookedDate, isAsked: boolean): DateState {
  if (hasNetworkRole(actor, 'smz_staff')) return state
  return isAsked ? 'requested' : 'confirmed'
}

/** Keeps a loan longer: once or as often as its rule says, while nobody else waits for it. */
export function extendLoan(
  actor: Actor,
  param: string,
  position: number,
  { version, to }: ExtendInput,
): Promise<void> {
  return transaction(async (publish) => {
    await holdOpening()
    const locked = await lockedBooking(actor, param)
    const date = dateAt(locked, position)
    authorize(may.changeBooking, actor, locked.row)
    refuseStale(locked, version)
    if (!acts.extend(actor, factsOf(locked.row, date))) throw new Refusal(refusals.notYet)
    const { stock } = await offeredOf(date.offers)
    await lockResources(resourceIdsOf(stock))
    const extending = await extendingOf(locked.row, date)
    const why = refusedEnd(to, extending, extensionOf(extending))
    if (why) throw new Refusal(why, 'to')
    await sql.lengthenClaims(date.id, new Date(blockedUntil(stock, to)))
    const { endsAt } = momentsOf({ from: to, to, span: null })
    await booking.updateDates([date.id], {
      ...{ endsAt, extended: date.extended + 1, changedAt: now() },
    })
    const note = timesInWords({ ...date, endsAt })
    await noteAct(publish, actor, locked, { act: 'extended', dates: [date], note })
  })
}

/** One thing more on all dates that have not begun; all of them or none. */
export function addOffer(actor: Actor, param: string, input: AddOfferInput): Promise<void> {
  return transaction(async (publish) => {
    const locked = await rearranged(actor, param, input.version)
    const offer = await sql.findListed(input.offer)
    if (!offer) throw new Refusal(refusals.unknownOffer, 'offer')
    const { id } = offer
    const { quantity } = input
    if (locked.dates.some(({ offers }) => offers.some((one) => one.id === id)))
      throw new Refusal(refusals.offerTwice, 'offer')
    const isAsked = await rearrange(actor, locked, (offers) => [...offers, { id, quantity }])
    const ids = locked.dates.map((date) => date.id)
    if (isAsked && !hasNetworkRole(actor, 'smz_staff'))
      await booking.updateDates(ids, { state: 'requested', changedAt: now() })
    const note = `Dazu: ${offer.name}`
    await noteAct(publish, actor, locked, { act: 'offers', dates: locked.dates, note })
  })
}

/** One thing less, on all dates that have not begun. */
export function removeOffer(actor: Actor, param: string, input: RemoveOfferInput): Promise<void> {
  return transaction(async (publish) => {
    const locked = await rearranged(actor, param, input.version)
    const with_ = locked.dates.filter(({ offers }) =>
      offers.some(({ slug }) => slug === input.offer),
    )
    if (with_.length === 0) throw new Refusal(refusals.unknownOffer, 'offer')
    if (with_.some(({ offers }) => offers.length === 1)) throw new Refusal(refusals.lastOffer)
    await rearrange(actor, { ...locked, dates: with_ }, (offers) =>
      offers.filter((one) => !('slug' in one) || one.slug !== input.offer),
    )
    const gone = with_.flatMap(({ offers }) => offers).find(({ slug }) => slug === input.offer)
    const note = `Nicht mehr dabei: ${gone?.name ?? ''}`
    await noteAct(publish, actor, locked, { act: 'offers', dates: with_, note, released: true })
  })
}

/** A booking under lock with the dates that may hold something else. */
async function rearranged(actor: Actor, param: string, version: number): Promise<Locked> {
  const locked = await lockedBooking(actor, param)
  authorize(may.changeBooking, actor, locked.row)
  refuseStale(locked, version)
  const dates = allowed(actor, locked, acts.rearrange)
  if (dates.length === 0) throw new Refusal(refusals.notOpen)
  return { ...locked, dates }
}

type Offered = { id: string; quantity: number; slug?: string }

/** @returns whether somebody has to agree now */
async function rearrange(
  actor: Actor,
  { row, dates }: Locked,
  change: (offers: Offered[]) => Offered[],
): Promise<boolean> {
  let isAsked = false
  for (const date of dates) {
    const offers = change(date.offers)
    const weighed = await holdAnew({
      booking: holderOf(row),
      ...{ dates: [{ id: date.id, when: wishOf(date) }], offers },
      sets: hasNetworkRole(actor, 'smz_staff'),
    })
    const [fault] = weighed.faults
    if (fault) throw new Refusal(fault.sentence, 'offer')
    isAsked ||= weighed.isAsked
    await booking.replaceOffers([date.id], offers)
  }
  return isAsked
}
