import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { alreadyHandled } from '../words.ts'
import { barrierAnswered, barrierFiled } from './events.ts'
import * as sql from './sql.ts'

/**
 * Anybody may report a barrier, signed in or not.
 *
 * @param by the network the request came from (the limit counts it), and the person when there is one
 * @returns the number to ask about it later; the same form sent twice gives the same number
 */
export async function reportBarrier(
  by: { network: string; actor: Actor | null },
  input: { description: string; page: string; contact: string; clientKey: string },
): Promise<number> {
  await spend('barrierReports', by.network)
  return transaction(async (publish) => {
    const filed = await sql.insertBarrier({ ...input, at: now() })
    if (filed) publish(barrierFiled({ barrierId: filed.id, personId: by.actor?.id ?? null }))
    return (filed ?? existing(await sql.findByClientKey(input.clientKey))).number
  })
}

/** Answers the report of a barrier and closes it. A mail address as contact gets the answer sent. */
export function handleBarrier(
  actor: Actor,
  input: { barrier: string; answer: string },
): Promise<void> {
  return transaction(async (publish) => {
    authorize(may.handle, actor, undefined)
    const handled = await sql.updateHandled(input.barrier, actor.id, input.answer, now())
    if (!handled) {
      existing(await sql.findBarrier(input.barrier))
      throw new Refusal(alreadyHandled, 'answer')
    }
    await record(actor, {
      action: 'moderation.barrier-handled',
      thingKind: 'barrier',
      thingId: String(handled.number),
    })
    publish(barrierAnswered({ barrierId: handled.id }))
  })
}
