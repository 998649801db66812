import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { agreeTo } from '../effect/commands.ts'
import type { ComingDate } from '../effect/contract.ts'
import { shutOut } from '../effect/rules.ts'
import { listBetween } from '../effect/sql.ts'
import { may } from '../policy.ts'
import type { Opening } from './contract.ts'
import { LONGEST_CLOSURE } from './contract.ts'
import type { AddClosureInput, AddHoursInput, ChangeHoursInput } from './inputs.ts'
import { dayAfter } from './rules.ts'
import * as sql from './sql.ts'
import { openingBetween } from './views.ts'
import { openingWords as says, weekdayNames } from './words.ts'

type Lab = { id: string; version: number }

/** The frame of all changes of when the lab is open: one after the other. */
function changing<T>(actor: Actor, work: (lab: Lab, publish: Publish) => Promise<T>): Promise<T> {
  authorize(may.manage, actor, {})
  return transaction(async (publish) => {
    const lab = await sql.lockLab()
    if (!lab) throw new Refusal(says.noLab)
    return work(lab, publish)
  })
}

const entry = (
  actor: Actor,
  action: string,
  thingId: string,
  details: Record<string, unknown> = {},
) => record(actor, { action: `medialab.${action}`, thingKind: 'lab-opening', thingId, details })

/** Hours for one purpose on several weekdays. More of them break nothing. */
export function addHours(actor: Actor, input: AddHoursInput): Promise<void> {
  const { clientKey, weekdays, ...given } = input
  refuseUpsideDown(given)
  const hours = { ...given, ...validity(given) }
  return changing(actor, async (lab) => {
    if (await sql.findHours(clientKey)) return
    await refuseOverlap(lab, weekdays, hours, null)
    const ids = weekdays.map((_, at) => (at === 0 ? clientKey : randomUUID()))
    await sql.insertHours(lab.id, ids, weekdays, hours)
    await sql.countOn(lab.id)
    await entry(actor, 'hours-added', clientKey, { ...hours, weekdays })
  })
}

/**
 * Other times for one entry of the hours.
 *
 * @throws Conflict with the dates that would no longer fit, unless just these were agreed to
 */
export function changeHours(actor: Actor, id: string, input: ChangeHoursInput): Promise<void> {
  refuseUpsideDown(input)
  return changing(actor, async (lab, publish) => {
    refuseStale(lab, input.version)
    const before = existing(await sql.findHours(id))
    const { from, to } = input
    const after = { ...before, from, to, ...validity(input) }
    await refuseOverlap(lab, [after.weekday], after, id)
    const dates = await hitBy((opening) => ({
      ...opening,
      hours: [...opening.hours.filter((one) => !isSame(one, before)), after],
    }))
    await agreeTo(actor, { publish, dates, seen: input.seen, reason: says.hoursChanged })
    await sql.updateHours(id, after)
    await sql.countOn(lab.id)
    await entry(actor, 'hours-changed', id, { before, after })
  })
}

/** @throws Conflict as above */
export function removeHours(
  actor: Actor,
  id: string,
  { version, seen }: { version: number; seen: string },
): Promise<void> {
  return changing(actor, async (lab, publish) => {
    refuseStale(lab, version)
    const before = existing(await sql.findHours(id))
    const dates = await hitBy((opening) => ({
      ...opening,
      hours: opening.hours.filter((one) => !isSame(one, before)),
    }))
    await agreeTo(actor, { publish, dates, seen, reason: says.hoursChanged })
    await sql.deleteHours(id)
    await sql.countOn(lab.id)
    await entry(actor, 'hours-removed', id, { before })
  })
}

/**
 * Days on which nothing goes, or nothing goes out and comes in. The same form twice is one entry.
 *
 * @throws Conflict as above
 */
export function addClosure(actor: Actor, input: AddClosureInput): Promise<void> {
  const { clientKey, seen, endsOn = input.startsOn, ...given } = input
  if (endsOn < given.startsOn) throw new Refusal(says.endsFirst, 'endsOn')
  if (endsOn < localDayOf(now())) throw new Refusal(says.isPast, 'startsOn')
  if (endsOn > dayAfter(given.startsOn, LONGEST_CLOSURE)) throw new Refusal(says.tooLong, 'endsOn')
  const closure = { ...given, endsOn }
  return changing(actor, async (lab, publish) => {
    if (await sql.findClosure(clientKey)) return
    const dates = await hitBy(
      (opening) => ({ ...opening, closures: [...opening.closures, closure] }),
      { from: closure.startsOn, to: endsOn },
    )
    const { reason, effect } = closure
    const because = effect === 'closed' ? says.closedBecause : says.noHandoverBecause
    await agreeTo(actor, { publish, dates, seen, reason: because(reason) })
    await sql.insertClosure({
      ...{ ...closure, id: clientKey, siteId: lab.id },
      ...{ createdBy: actor.id, createdAt: now() },
    })
    await entry(actor, 'closure-added', clientKey, closure)
  })
}

/** @returns what was taken out, so that it can be put in again */
export function removeClosure(actor: Actor, id: string) {
  return changing(actor, async () => {
    const closure = existing(await sql.findClosure(id))
    if (await sql.deleteClosure(id)) await entry(actor, 'closure-removed', id)
    return closure
  })
}

/** How far ahead anything can be booked, and a little more. */
const FAR = 760

/** Dates that the lab would not be open for any more; those between two days, or all that come. */
async function hitBy(
  change: (opening: Opening) => Opening,
  between?: { from: string; to: string },
): Promise<ComingDate[]> {
  const today = localDayOf(now())
  const { from, to } = between ?? { from: today, to: dayAfter(today, FAR) }
  const first = from < today ? now() : momentOf(from, '00:00')
  const dates = await listBetween(first, momentOf(dayAfter(to), '00:00'))
  if (dates.length === 0) return []
  // A loan begins before the days in question, or ends after them.
  const days = dates.flatMap(({ startsAt, endsAt }) => [localDayOf(startsAt), localDayOf(endsAt)])
  const sorted = days.toSorted()
  const before = await openingBetween(sorted[0] ?? from, sorted.at(-1) ?? to)
  return shutOut(dates, before, change(before))
}

type Validity = { validFrom?: string; validUntil?: string }
const validity = ({ validFrom = undefined, validUntil = undefined }: Validity) => ({
  ...{ validFrom: validFrom ?? null, validUntil: validUntil ?? null },
})

function refuseUpsideDown({ from, to, validFrom, validUntil }: Validity & HoursSpan): void {
  if (to <= from) throw new Refusal(says.endsFirst, 'to')
  if (validFrom && validUntil && validUntil < validFrom)
    throw new Refusal(says.endsFirst, 'validUntil')
}
type HoursSpan = { from: string; to: string }

function refuseStale(lab: Lab, version: number): void {
  if (lab.version !== version) throw new Refusal(says.overtaken)
}

async function refuseOverlap(
  lab: Lab,
  weekdays: number[],
  hours: Parameters<typeof sql.listOverlapping>[2],
  besides: string | null,
): Promise<void> {
  const taken = await sql.listOverlapping(lab.id, weekdays, hours, besides)
  if (taken.length > 0)
    throw new Refusal(says.overlaps(taken.map((day) => weekdayNames[day] ?? '')), 'from')
}

type Hours = Opening['hours'][number]
const isSame = (one: Hours, other: Hours) =>
  one.weekday === other.weekday &&
  one.purpose === other.purpose &&
  one.from === other.from &&
  one.validFrom === other.validFrom
