import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import type { EditInput } from './inputs.ts'
import { type Change, changesBetween, plainFacts } from './rules.ts'
import * as sql from './sql.ts'
import { editableOf } from './views.ts'
import { words } from './words.ts'

/**
 * Changes the facts of a product; its address stays. Each change is kept with what stood there before.
 *
 * @throws Conflict with the facts as they stand, when somebody else has saved since the form was made
 */
export function editProduct(actor: Actor, slug: string, input: EditInput): Promise<void> {
  return changing(actor, slug, 'software.facts-changed', async (row) => {
    const before = editableOf(row)
    const { version, ...after } = input
    if (version !== row.version) throw new Conflict(words.overtaken, plainFacts(before))
    const { vendor, vendorCountry, vendorWebsite, ...facts } = after
    const at = now()
    const maker = { name: vendor, country: vendorCountry, website: vendorWebsite }
    const vendorId = vendor === '' ? null : await sql.putVendor(maker, at)
    await sql.updateProduct(row.id, { ...facts, vendorId, changedAt: at })
    return changesBetween(before, after)
  })
}

type Row = Awaited<ReturnType<typeof seenProduct>>

/** The frame of every change by a curator: the product is locked, and what was changed is kept and in the protocol. */
export function changing(
  actor: Actor,
  slug: string,
  action: string,
  work: (row: Row) => Promise<Change[]>,
): Promise<void> {
  return transaction(async () => {
    const { id } = await seenProduct(actor, slug)
    authorize(may.curate, actor, {})
    await sql.lockProduct(id)
    const changes = await work(await seenProduct(actor, slug))
    if (changes.length === 0) return
    await sql.insertChanges(id, changes, { personId: actor.id, at: now() })
    const fields = changes.map(({ field }) => field)
    await record(actor, { action, thingKind: 'software', thingId: id, details: { fields } })
  })
}
