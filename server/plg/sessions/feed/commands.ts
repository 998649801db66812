import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../policy.ts'
import * as sql from './sql.ts'
import { hashOfKey, keysOf } from './views.ts'

/** A new address for the person's calendar; the one before ends with it. */
export async function renewKey(actor: Actor): Promise<void> {
  authorize(may.visit, actor, {})
  await spend('documents', actor.id)
  await transaction(async () => {
    const madeAt = now()
    const [key = ''] = keysOf(actor.id, madeAt)
    await sql.saveKey(actor.id, hashOfKey(key), madeAt)
  })
}

/** No address at all any more. */
export function endKey(actor: Actor): Promise<void> {
  return transaction(() => sql.removeKey(actor.id))
}
