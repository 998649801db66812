import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import * as sql from './sql.ts'

/** Editions, uses, data, subprocessors, seals and documents of an app, for those who keep them. */
export async function usesPageFor(actor: Actor, slug: string) {
  const { id, name } = await seenProduct(actor, slug)
  authorize(may.curate, actor, {})
  return { product: { slug, name }, ...(await sql.findAll(id)) }
}
