import type { Actor } from '#server/auth/actor.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { dayAfter } from '../../opening/rules.ts'
import { atCounter, type DateAt } from '../commands.ts'
import { labReminded } from '../events.ts'
import { may } from '../policy.ts'
import { lastDayOf } from '../rules.ts'
import { settleLate } from '../troubles/commands.ts'
import { reachedWith, reminderOn } from './rules.ts'
import * as sql from './sql.ts'
import { overdueWords as says } from './words.ts'

/** Reminds somebody by hand, once a day. */
export function remind(actor: Actor, at: DateAt): Promise<void> {
  return atCounter(actor, at, may.takeBack, async ({ date, at: moment, publish }) => {
    const today = localDayOf(moment)
    if (lastDayOf(date) > today) throw new Refusal(says.notDue)
    const sent = { onDay: today, at: moment, by: actor.id }
    const [kind] = await sql.insertReminders(date.id, ['by_hand'], sent)
    if (!kind) throw new Refusal(says.alreadyToday)
    publish(labReminded({ dateId: date.id, kind: 'by_hand', actorId: actor.id }))
  })
}

/** A loan is looked at as early as this before it is due: weekends and holidays lie between. */
const DAYS_AHEAD = 25

/**
 * Reminds of all that has come so far, each step exactly once however often this runs; with the first one those who
 * wait behind it are warned.
 */
export async function remindDue(at: Date): Promise<void> {
  const today = localDayOf(at)
  const before = momentOf(dayAfter(today, DAYS_AHEAD), '00:00')
  for (const row of await sql.listDue(before)) {
    const due = lastDayOf(row)
    const outOn = row.outAt && localDayOf(row.outAt)
    const reached = reminderOn(today, { due, outOn })
    if (!reached || row.sent.includes(reached)) continue
    await transaction(async (publish) => {
      const steps = reachedWith(reached)
      const isNew = await sql.insertReminders(row.id, steps, { onDay: due, at, by: null })
      if (!isNew.includes(reached)) return
      publish(labReminded({ dateId: row.id, kind: reached, actorId: null }))
      if (reached !== 'before') await settleLate(row.resourceIds, publish)
    })
  }
}
