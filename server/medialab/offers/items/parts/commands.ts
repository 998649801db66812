import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../../policy.ts'
import { ITEM_LIMITS } from '../contract.ts'
import type { AddPartInput, EditPartInput } from '../inputs.ts'
import { unitNumbers } from '../rules.ts'
import * as sql from '../sql.ts'
import { itemWords as says } from '../words.ts'

type Place = { slug: string; item: string }

/** One thing under lock, to change what belongs to it. */
async function lockedItem(actor: Actor, { slug, item: id }: Place) {
  authorize(may.manage, actor, {})
  const offer = existing(await sql.findOffer(slug))
  await sql.lockItem(id)
  return existing(await sql.findItem(offer.id, id))
}

/** A part for the check list. The same form twice is one. */
export function addPart(actor: Actor, place: Place, input: AddPartInput): Promise<void> {
  const { clientKey, ...part } = input
  return transaction(async () => {
    const item = await lockedItem(actor, place)
    const known = await sql.listParts(item.id)
    if (known.length >= ITEM_LIMITS.parts) throw new Refusal(says.tooManyParts, 'name')
    await sql.insertParts([{ ...part, id: clientKey, resourceId: item.id, position: known.length }])
  })
}

export function editPart(actor: Actor, place: Place, input: EditPartInput): Promise<void> {
  const { part: id, ...part } = input
  return transaction(async () => {
    const item = await lockedItem(actor, place)
    if (!(await sql.updatePart(item.id, id, part))) throw new NotFound()
  })
}

/** @returns what was taken out, so that it can be put in again */
export function removePart(actor: Actor, place: Place, id: string) {
  return transaction(async () => {
    const item = await lockedItem(actor, place)
    return existing(await sql.deletePart(item.id, id))
  })
}

/** A sticker for each piece of a heap: those that are missing are added. */
export function makeUnits(actor: Actor, place: Place, name: string): Promise<void> {
  return transaction(async () => {
    const item = await lockedItem(actor, place)
    if (!item.isCounted) throw new Refusal(says.noUnits)
    const known = await sql.listParts(item.id)
    const codes = new Set(known.map(({ code }) => code))
    const missing = item.total - known.filter(({ isUnit }) => isUnit).length
    if (known.length + missing > ITEM_LIMITS.parts) throw new Refusal(says.tooManyParts, 'name')
    const free = unitNumbers(ITEM_LIMITS.parts).filter(
      (number) => !codes.has(`${item.code}-${number}`),
    )
    const rows = free.slice(0, Math.max(0, missing)).map((number, at) => ({
      ...{ resourceId: item.id, code: `${item.code}-${number}`, name: `${name} ${number}` },
      ...{ isUnit: true, position: known.length + at },
    }))
    if (rows.length > 0) await sql.insertParts(rows)
  })
}
