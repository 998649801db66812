import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { DateState } from '../contract.ts'
import { labChanged } from '../events.ts'
import { type DeskFacts, may } from './policy.ts'
import * as sql from './sql.ts'
import { dateOf } from './views.ts'
import { deskWords, notNow } from './words.ts'

/** A date of a booking, as an address names it. */
export type DateAt = { number: string; position: number; version?: number }

type Locked = NonNullable<Awaited<ReturnType<typeof sql.lockDate>>>
export type Act = { date: Locked; at: Date; publish: Publish }

/**
 * The frame of each act at the counter: the date is locked, the rights and the state it is in then are asked.
 * @throws Refusal where it is in another state, or was changed since the page was made
 */
export async function atCounter<T>(
  actor: Actor,
  { number, position, version }: DateAt,
  rule: (actor: Actor, facts: DeskFacts) => boolean,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  authorize(may.stand, actor, {})
  return transaction(async (publish) => {
    const { id } = await dateOf(number, { position, fits: () => true })
    const date = existing(await sql.lockDate(id))
    const hasBegun = localDayOf(date.startsAt) <= localDayOf(now())
    if (!rule(actor, { state: date.state, hasBegun })) throw new Refusal(notNow(date.state))
    if (version !== undefined && version !== date.version) throw new Refusal(deskWords.changed)
    return work({ date, at: now(), publish })
  })
}

/** Puts a date into another state and says so. */
export async function moveTo(
  actor: Actor,
  { date, at, publish }: Act,
  state: DateState,
): Promise<void> {
  await sql.updateState(date.id, state, at)
  publish(labChanged({ bookingId: date.bookingId, dateIds: [date.id], actorId: actor.id }))
}

/** What is back and waits for nothing any more is over: data are gone, damages settled. */
export async function closeSettled(
  actor: Actor,
  resourceId: string,
  publish: Publish,
): Promise<void> {
  for (const { id, bookingId } of await sql.listSettled(resourceId)) {
    await sql.updateState(id, 'closed', now())
    publish(labChanged({ bookingId, dateIds: [id], actorId: actor.id }))
  }
}
