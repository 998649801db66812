import { record } from '#server/audit/commands.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { HOUSE } from '../../cases/words.ts'
import { pilotEnded, releaseEnding, standingChanged } from '../events.ts'
import * as sql from './sql.ts'

/** Ends what is over. What is shown never waits for this: it is derived of the day. */
export function expireReleases(at: Date): Promise<number> {
  return transaction(async (publish) => {
    const ended = await sql.endOverdue(at, localDayOf(at))
    const products = [...new Set(ended.map(({ productId }) => productId))]
    for (const { releaseId, productId, isPilot } of ended)
      if (isPilot) publish(pilotEnded({ releaseId, productId }))
    for (const productId of products)
      publish(standingChanged({ productId, actorId: null, change: 'expired' }))
    if (products.length > 0)
      await record(HOUSE, {
        action: 'software.release-ended',
        thingKind: 'software',
        thingId: products[0] ?? '',
        details: { products: products.length, as: 'expired' },
      })
    return products.length
  })
}

/** Reminds of what ends in 90, 60 or 30 days, of each once. */
export function remindOfEnds(at: Date): Promise<number> {
  return transaction(async (publish) => {
    const due = await sql.noteReminders(at, localDayOf(at))
    for (const one of due) publish(releaseEnding(one))
    return due.length
  })
}
