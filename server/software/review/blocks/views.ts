import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { listBlocks } from './sql.ts'

/** The building blocks of conditions, those put away last. */
export async function blocksFor(actor: Actor) {
  authorize(may.visit, actor, {})
  const rows = await listBlocks('all')
  return { blocks: rows, canEdit: may.keepBlocks(actor, {}) }
}
