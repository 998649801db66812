import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { directoryFor } from '../../directory/views.ts'
import { may } from '../../policy.ts'

/** Apps to tick, as the directory finds them. */
export async function bulkPageFor(actor: Actor, asked: Record<string, string | undefined>) {
  authorize(may.curate, actor, {})
  const { search, facets, form, hasSchool, products } = await directoryFor(actor, asked)
  return { search, facets, form, hasSchool, products }
}
