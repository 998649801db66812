import { createHash } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict } from '#server/platform/errors.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { labChanged } from '../events.ts'
import type { ComingDate } from './contract.ts'
import { datesUnfit } from './events.ts'
import { effectOf } from './rules.ts'
import * as sql from './sql.ts'
import { effectWords } from './words.ts'

type Change = {
  publish: Publish
  /** Dates that no longer fit. */
  dates: ComingDate[]
  /** Which effect the person has seen and agreed to; '' none. */
  seen: string
  /** What those who have booked read. */
  reason: string
}

/**
 * Before a change is saved that dates suffer from: shows them, unless just these have been agreed to. Then they say
 * why, and everybody hears who has booked them. Call it inside the transaction of the change.
 *
 * @throws Conflict with the effect, as JSON of `Effect`
 */
export async function agreeTo(actor: Actor, { publish, dates, seen, reason }: Change) {
  if (dates.length === 0) return
  const key = keyOf(dates)
  if (seen !== key)
    throw new Conflict(effectWords.notYet(dates.length), JSON.stringify(effectOf(dates, key)))
  const ids = dates.map(({ id }) => id)
  await sql.markUnfit(ids, reason, now())
  for (const bookingId of new Set(dates.map((date) => date.bookingId))) {
    publish(datesUnfit({ bookingId, actorId: actor.id, reason }))
    publish(
      labChanged({
        bookingId,
        dateIds: dates.filter((date) => date.bookingId === bookingId).map(({ id }) => id),
        actorId: actor.id,
      }),
    )
  }
}

/** When others are hit than those that were shown, it is another key. */
const keyOf = (dates: ComingDate[]) =>
  createHash('sha256')
    .update(
      dates
        .map(({ id }) => id)
        .toSorted()
        .join(),
    )
    .digest('hex')
    .slice(0, 32)
