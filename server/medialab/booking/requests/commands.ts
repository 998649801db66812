import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { recordUnmet } from '../../demand/commands.ts'
import type { UnmetReason } from '../../demand/contract.ts'
import { bookingNumber, numberIn } from '../../paths.ts'
import { may } from '../../policy.ts'
import {
  allowed,
  datesInWords,
  type Locked,
  lockedBooking,
  noteAct,
  refuseStale,
} from '../commands.ts'
import type { BookedDate } from '../contract.ts'
import { acts } from '../policy.ts'
import * as booking from '../sql.ts'
import { factsOf } from '../views.ts'
import { refusals } from '../words.ts'
import type { ApproveInput, RejectInput } from './inputs.ts'
import * as sql from './sql.ts'

/** All of them under lock, always in the same order. */
async function lockedAll(actor: Actor, numbers: string[]): Promise<Locked[]> {
  await booking.lockBookings(numbers.map((number) => numberIn(number) ?? 0))
  const all: Locked[] = []
  for (const number of new Set(numbers)) all.push(await lockedBooking(actor, number))
  return all
}

const DECIDED = { action: 'medialab.request-decided' }

/**
 * Promises what was asked for, of several schools at once; all of them or none. Of two who decide at once the second is
 * told that it is decided.
 *
 * @returns how many
 */
export function approveRequests(actor: Actor, { numbers, reason }: ApproveInput): Promise<number> {
  authorize(may.manage, actor, {})
  return transaction(async (publish) => {
    const all = await lockedAll(actor, numbers)
    const open = all.flatMap((one) => {
      const dates = allowed(actor, one, acts.approve)
      return dates.length > 0 ? [{ ...one, asked: dates }] : []
    })
    if (open.length === 0) throw new Refusal(refusals.alreadyDecided)
    const missing = open.filter((one) => lacksConsent(one, one.asked))
    if (missing.length > 0 && reason === '')
      throw new Refusal(
        refusals.consentMissing(missing.map(({ row }) => bookingNumber(row))),
        'reason',
      )
    for (const one of open) {
      const ids = one.asked.map(({ id }) => id)
      await booking.updateDates(ids, { state: 'confirmed', stateReason: '', changedAt: now() })
      const note = datesInWords(one.asked)
      await noteAct(publish, actor, one, {
        ...{ act: 'approved', dates: one.asked, note, reason, ...DECIDED },
      })
    }
    return open.length
  })
}

const lacksConsent = ({ row }: Locked, dates: BookedDate[]) =>
  dates.some((date) => {
    const { needsPrincipal, hasPrincipal } = factsOf(row, date)
    return needsPrincipal && !hasPrincipal
  })

/** Says no to several at once, with a sentence that the schools read. */
export function rejectRequests(actor: Actor, { numbers, reason }: RejectInput): Promise<number> {
  authorize(may.manage, actor, {})
  return transaction(async (publish) => {
    const all = await lockedAll(actor, numbers)
    let count = 0
    for (const one of all) count += await reject(publish, actor, one, reason)
    if (count === 0) throw new Refusal(refusals.alreadyDecided)
    return count
  })
}

async function reject(
  publish: Publish,
  actor: Actor,
  one: Locked,
  reason: string,
  action = DECIDED.action,
): Promise<number> {
  const dates = allowed(actor, one, acts.reject)
  if (dates.length === 0) return 0
  const ids = dates.map(({ id }) => id)
  await booking.updateDates(ids, { state: 'rejected', stateReason: reason, changedAt: now() })
  await recordUnmet(unmetOf(one, dates, 'rejected'))
  const note = datesInWords(dates)
  await noteAct(publish, actor, one, {
    ...{ act: 'rejected', dates, note, reason, released: true, action },
  })
  return 1
}

const unmetOf = ({ row }: Locked, dates: BookedDate[], reason: UnmetReason) =>
  dates.flatMap(({ startsAt, endsAt, offers }) =>
    offers.map(({ id, kind, quantity }) => ({
      ...{ schoolId: row.schoolId, offerId: id, kind, wanted: '', quantity },
      ...{ startsAt, endsAt, reason },
    })),
  )

const CONSENT = { action: 'medialab.consent-decided' }

/** The Schulleitung agrees; the SMZ still has to promise it. */
export function consentTo(
  actor: Actor,
  param: string,
  { version }: { version: number },
): Promise<void> {
  return transaction(async (publish) => {
    const one = await lockedBooking(actor, param)
    authorize(may.consent, actor, one.row)
    refuseStale(one, version)
    const dates = allowed(actor, one, acts.consent)
    if (dates.length === 0) throw new Refusal(refusals.alreadyDecided)
    await booking.updateDates(
      dates.map(({ id }) => id),
      { principalBy: actor.id, principalAt: now(), changedAt: now() },
    )
    const note = datesInWords(dates)
    await noteAct(publish, actor, one, { act: 'consented', dates, note, ...CONSENT })
  })
}

/** The Schulleitung does not agree: it is over with that. */
export function refuseConsent(
  actor: Actor,
  param: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  return transaction(async (publish) => {
    const one = await lockedBooking(actor, param)
    authorize(may.consent, actor, one.row)
    refuseStale(one, version)
    if ((await reject(publish, actor, one, reason, CONSENT.action)) === 0)
      throw new Refusal(refusals.alreadyDecided)
  })
}

const MOST_EXPIRED = 100

/** What nobody has decided before its time is over; what it held is free, and the wish is remembered. */
export async function expireRequests(at: Date): Promise<void> {
  for (const number of await sql.listExpired(at, MOST_EXPIRED))
    await transaction(async (publish) => {
      await booking.lockBookings([number])
      const row = await booking.findBooking({ number })
      if (!row) return
      const one = { row, dates: await booking.listDates([row.id]) }
      const dates = one.dates.filter(
        ({ state, startsAt }) => state === 'requested' && startsAt <= at,
      )
      if (dates.length === 0) return
      await booking.updateDates(
        dates.map(({ id }) => id),
        { state: 'expired', changedAt: at },
      )
      await recordUnmet(unmetOf(one, dates, 'expired'))
      const note = datesInWords(dates)
      await noteAct(publish, null, one, { act: 'expired', dates, note, released: true })
    })
}
