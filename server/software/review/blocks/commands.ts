import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import type { Block } from './inputs.ts'
import * as sql from './sql.ts'

/** Opinions carry the words of their day: what is changed here changes none of them. */
export function addBlock(actor: Actor, block: Block): Promise<void> {
  authorize(may.keepBlocks, actor, {})
  return transaction(async () => {
    await protocol(actor, await sql.insertBlock(block))
  })
}

export function editBlock(actor: Actor, { block, ...change }: Block & { block: string }) {
  return changing(actor, block, change)
}

export const retireBlock = (actor: Actor, block: string) =>
  changing(actor, block, { retiredAt: now() })
export const restoreBlock = (actor: Actor, block: string) =>
  changing(actor, block, { retiredAt: null })

function changing(
  actor: Actor,
  id: string,
  change: Parameters<typeof sql.updateBlock>[1],
): Promise<void> {
  authorize(may.keepBlocks, actor, {})
  return transaction(async () => {
    if (!(await sql.updateBlock(id, change))) throw new NotFound()
    await protocol(actor, id)
  })
}

const protocol = (actor: Actor, thingId: string) =>
  record(actor, { action: 'software.block-changed', thingKind: 'condition-block', thingId })
