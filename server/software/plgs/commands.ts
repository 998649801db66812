import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/transaction.ts'
import { seenProduct } from '../products/views.ts'
import * as sql from './sql.ts'
import { speakingFor } from './views.ts'

/** Says that a PLG works with an app. Its members do that; twice is once. */
export function attachPlg(actor: Actor, slug: string, plgId: string): Promise<string> {
  return transaction(async () => {
    const { product, plg } = await spokenFor(actor, slug, plgId)
    const row = { productId: product.id, plgId, attachedBy: actor.id, attachedAt: now() }
    await sql.insert(row)
    return plg.title
  })
}

export function detachPlg(actor: Actor, slug: string, plgId: string): Promise<string> {
  return transaction(async () => {
    const { product, plg } = await spokenFor(actor, slug, plgId)
    await sql.remove(product.id, plgId)
    return plg.title
  })
}

/** @throws NotFound for a PLG one is not in, whether there is one or not */
async function spokenFor(actor: Actor, slug: string, plgId: string) {
  const product = await seenProduct(actor, slug)
  const homes = await speakingFor(actor)
  return { product, plg: existing(homes.find(({ id }) => id === plgId)) }
}
