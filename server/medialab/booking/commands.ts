import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, NotFound, Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { DateState } from '../contract.ts'
import { labChanged, labReleased } from '../events.ts'
import { bookingNumber, numberIn } from '../paths.ts'
import { may } from '../policy.ts'
import type { Act, BookedDate } from './contract.ts'
import { UNDO_MINUTES } from './contract.ts'
import { bookingActed } from './events.ts'
import { holdAnew } from './holding/commands.ts'
import type { Rehold } from './holding/contract.ts'
import { offeredOf, weighAnew } from './holding/views.ts'
import type { CancelInput, EditInput, RestoreInput } from './inputs.ts'
import { acts, type DateFacts } from './policy.ts'
import { isLateAt, timesInWords, wishOf } from './rules.ts'
import * as sql from './sql.ts'
import { factsOf, stampOf } from './views.ts'
import { refusals } from './words.ts'

export type Locked = { row: sql.BookingRow; dates: BookedDate[] }

/**
 * A booking under lock: until the transaction ends nobody else changes it. Every act begins here, and all of them lock
 * first the booking, then what it holds.
 *
 * @throws NotFound when there is none, or not for this person
 */
export async function lockedBooking(actor: Actor, param: string): Promise<Locked> {
  const number = numberIn(param) ?? 0
  await sql.lockBookings([number])
  const row = existing(await sql.findBooking({ number }))
  if (bookingNumber(row) !== param) throw new NotFound()
  authorizeOrHide(may.seeBooking, actor, row)
  return { row, dates: await sql.listDates([row.id]) }
}

export function refuseStale({ row, dates }: Locked, version: number): void {
  if (stampOf(row, dates) !== version) throw new Refusal(refusals.stale)
}

type Rule = (actor: Actor, facts: DateFacts) => boolean

/** The dates of a booking with which the actor may do this. */
export const allowed = (actor: Actor, { row, dates }: Locked, rule: Rule): BookedDate[] =>
  dates.filter((date) => rule(actor, factsOf(row, date)))

/** What belongs to every act: its line in the history, in the protocol where an office acts, and the news. */
export async function noteAct(
  publish: Publish,
  actor: Actor | null,
  { row }: Locked,
  done: {
    act: Act
    dates: { id: string }[]
    note?: string
    reason?: string
    released?: boolean
    /** Its own word for the protocol. */
    action?: string
  },
): Promise<void> {
  const { act, dates, note = '', reason = '' } = done
  const at = now()
  const actorId = actor?.id ?? null
  const dateIds = dates.map(({ id }) => id)
  const said = [note, reason].filter(Boolean).join(': ')
  await sql.insertLog({ bookingId: row.id, at, personId: actorId, act, note: said })
  await sql.updateBooking(row.id, { changedAt: at })
  await recordForOthers(actor, row, done)
  publish(labChanged({ bookingId: row.id, dateIds, actorId }))
  publish(bookingActed({ bookingId: row.id, actorId, act, reason }))
  if (done.released && dateIds.length > 0) publish(labReleased({ dateIds }))
}

async function recordForOthers(
  actor: Actor | null,
  { id, personId, createdBy }: sql.BookingRow,
  { act, action = 'medialab.booking-changed' }: { act: Act; action?: string },
): Promise<void> {
  if (actor && personId !== actor.id && createdBy !== actor.id)
    await record(actor, { action, thingKind: 'lab-booking', thingId: id, details: { act } })
}

export const holderOf = (row: sql.BookingRow): Rehold['booking'] => row

/** "2 Termine" or the one that it is. */
export const datesInWords = (dates: BookedDate[]): string =>
  dates.length === 1 && dates[0] ? timesInWords(dates[0]) : `${dates.length} Termine`

/** What was booked only just now is given back as if it had never been (the ten seconds of "Rückgängig"). */
const isFresh = ({ createdAt }: sql.BookingRow, at: Date) =>
  at.getTime() - createdAt.getTime() < UNDO_MINUTES * 60_000

/**
 * Calls off one date, or all that can be. Late ones are remembered (rule 17).
 *
 * @returns the positions, so that it can be taken back, and how many of them were late
 */
export function cancelBooking(
  actor: Actor,
  param: string,
  { version, position, reason }: CancelInput,
): Promise<{ positions: number[]; late: number }> {
  return transaction(async (publish) => {
    const booking = await lockedBooking(actor, param)
    refuseStale(booking, version)
    return cancel(publish, actor, booking, { position, reason })
  })
}

/** "Rückgängig" right after booking: all of it, whatever has happened to the page since. */
export function takeBackBooking(actor: Actor, param: string): Promise<{ positions: number[] }> {
  return transaction(async (publish) => {
    const booking = await lockedBooking(actor, param)
    authorize(may.changeBooking, actor, booking.row)
    if (!isFresh(booking.row, now())) throw new Refusal(refusals.tooLate)
    return cancel(publish, actor, booking, { position: undefined, reason: '' })
  })
}

async function cancel(
  publish: Publish,
  actor: Actor,
  booking: Locked,
  { position, reason }: { position: number | undefined; reason: string },
): Promise<{ positions: number[]; late: number }> {
  const at = now()
  const meant = booking.dates.filter((date) => position === undefined || date.position === position)
  if (position !== undefined) existing(meant[0])
  const possible = allowed(actor, { ...booking, dates: meant }, acts.cancel)
  authorize(may.changeBooking, actor, booking.row)
  if (possible.length === 0) throw new Refusal(refusals.nothingLeft)
  const isOwn = booking.row.personId === actor.id
  const late = possible.filter((date) => isOwn && !isFresh(booking.row, at) && isLateAt(date, at))
  const states = new Set(possible.map(({ state }) => state))
  for (const state of states)
    for (const isLateCancelled of [true, false]) {
      const ids = possible
        .filter((date) => date.state === state && late.includes(date) === isLateCancelled)
        .map(({ id }) => id)
      if (ids.length > 0)
        await sql.updateDates(ids, cancelled(state, { isLateCancelled, reason, at }))
    }
  await noteAct(publish, actor, booking, {
    ...{ act: 'cancelled', dates: possible, note: datesInWords(possible), reason, released: true },
  })
  return { positions: possible.map((date) => date.position), late: late.length }
}

const cancelled = (
  from: DateState,
  { isLateCancelled, reason, at }: { isLateCancelled: boolean; reason: string; at: Date },
) => ({
  ...{ state: 'cancelled', cancelledFrom: from, isLateCancelled, stateReason: reason },
  changedAt: at,
})

/**
 * Takes a cancellation back while it is young: only if nobody else has what it held.
 *
 * @throws Refusal with a sentence, when somebody has
 */
export function restoreBooking(
  actor: Actor,
  param: string,
  { positions }: RestoreInput,
): Promise<void> {
  return transaction(async (publish) => {
    const booking = await lockedBooking(actor, param)
    authorize(may.changeBooking, actor, booking.row)
    const meant = booking.dates.filter(
      (date) => positions.includes(date.position) && date.state === 'cancelled',
    )
    if (meant.length === 0) return
    const possible = allowed(actor, { ...booking, dates: meant }, acts.restore)
    if (possible.length < meant.length) throw new Refusal(refusals.tooLate)
    for (const date of possible) {
      const { faults } = await holdAnew({
        booking: holderOf(booking.row),
        dates: [{ id: date.id, when: wishOf(date) }],
        ...{ offers: date.offers, sets: true },
      })
      if (faults.length > 0) throw new Refusal(refusals.takenMeanwhile)
      await sql.updateDates([date.id], {
        ...{ state: date.cancelledFrom ?? 'confirmed', cancelledFrom: null, stateReason: '' },
        ...{ isLateCancelled: false, changedAt: now() },
      })
    }
    await noteAct(publish, actor, booking, {
      ...{ act: 'restored', dates: possible, note: datesInWords(possible) },
    })
  })
}

/**
 * For what, and with how many. More people in a zone need more room: what is to come is held anew then.
 *
 * @throws Conflict with what stands there, when it was changed since the form was made
 */
export function editBooking(actor: Actor, param: string, input: EditInput): Promise<void> {
  return transaction(async (publish) => {
    const booking = await lockedBooking(actor, param)
    const { row, dates } = booking
    authorize(may.changeBooking, actor, row)
    if (allowed(actor, booking, acts.edit).length === 0) throw new Refusal(refusals.notOpen)
    const { version, grade = null, participants = null, ...words } = input
    if (stampOf(row, dates) !== version) throw new Conflict(refusals.changed, row.purpose)
    if (participants !== row.participants)
      await holdFor(actor, booking, { ...holderOf(row), participants, grade })
    await sql.updateBooking(row.id, { ...words, grade, participants })
    await noteAct(publish, actor, booking, { act: 'edited', dates })
  })
}

/** What has not begun holds what that many people need; other rules have been asked before. */
async function holdFor(actor: Actor, booking: Locked, holder: Rehold['booking']): Promise<void> {
  for (const date of allowed(actor, booking, acts.rearrange)) {
    const change = {
      booking: holder,
      dates: [{ id: date.id, when: wishOf(date) }],
      offers: date.offers,
    }
    const { faults } = await weighAnew({ ...change, sets: false }, await offeredOf(date.offers))
    const tooMany = faults.find(({ field, isTaken }) => field === 'participants' || isTaken)
    const held = tooMany ? null : await holdAnew({ ...change, sets: true })
    const fault = tooMany ?? held?.faults[0]
    if (fault) throw new Refusal(fault.sentence, 'participants')
  }
}
