import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may as mayInDirectory } from '../policy.ts'
import { MOST_ITEMS, MOST_LISTS } from './contract.ts'
import type { EditList, Keep, NewList, Noted } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf, type ListRow } from './views.ts'
import { refusals } from './words.ts'

/** Whoever follows an app hears of its decisions. Again is the same. */
export async function followProduct(actor: Actor, slug: string): Promise<void> {
  const { id } = await productOf(actor, slug)
  await sql.insertFollow(id, actor.id, now())
}

export async function unfollowProduct(actor: Actor, slug: string): Promise<void> {
  const { id } = await productOf(actor, slug)
  await sql.removeFollow(id, actor.id)
}

async function productOf(actor: Actor, slug: string) {
  authorize(mayInDirectory.follow, actor, {})
  const product = existing(await sql.findProduct(slug))
  authorizeOrHide(mayInDirectory.see, actor, product)
  return product
}

/** @returns its id; the same form again is the same list */
export async function createList(actor: Actor, input: NewList): Promise<string> {
  authorize(mayInDirectory.follow, actor, {})
  await spend('posts', actor.id)
  return transaction(async () => {
    const id = await insertWithin(actor, input)
    return id
  })
}

async function insertWithin(actor: Actor, { clientKey, title, visibility }: NewList) {
  await sql.lockListsOf(actor.id)
  const id = await sql.insertList({
    ...{ personId: actor.id, title, visibility, clientKey, at: now() },
  })
  const own = await sql.listOwn(actor.id, null)
  if (own.length > MOST_LISTS) throw new Refusal(refusals.tooManyLists)
  return id
}

/** Says on which of one's lists an app stands; a new title makes a list for it. */
export async function keepProduct(actor: Actor, input: Keep): Promise<string> {
  const product = await productOf(actor, input.app)
  await spend('posts', actor.id)
  await transaction(async () => {
    const { clientKey, title } = input
    const made = title
      ? [await insertWithin(actor, { clientKey, title, visibility: 'private' })]
      : []
    await sql.setLists(actor.id, product.id, [...input.lists, ...made], now())
    const own = await sql.listOwn(actor.id, product.id)
    if (own.some(({ holds, count }) => holds && count > MOST_ITEMS))
      throw new Refusal(refusals.tooManyItems)
  })
  return product.name
}

export function editList(actor: Actor, id: string, input: EditList): Promise<void> {
  return changing(actor, id, async () => {
    await sql.updateList(id, { ...input, changedAt: now() })
  })
}

/** A deleted list can be brought back. */
export function deleteList(actor: Actor, id: string): Promise<void> {
  return changing(actor, id, async () => {
    await sql.updateList(id, { deletedAt: now(), changedAt: now() })
  })
}

export async function restoreList(actor: Actor, id: string): Promise<void> {
  await transaction(async () => {
    await sql.lockList(id)
    authorizeOrHide(may.restore, actor, factsOf(existing(await sql.findList(id))))
    await sql.updateList(id, { deletedAt: null, changedAt: now() })
    if ((await sql.listOwn(actor.id, null)).length > MOST_LISTS)
      throw new Refusal(refusals.tooManyLists)
  })
}

/** @returns the note that stood there, to be put back with it */
export function removeItem(actor: Actor, id: string, productId: string): Promise<string> {
  return changing(actor, id, () => sql.removeItem(id, productId))
}

/** Puts back what was just taken away. */
export function addItem(actor: Actor, id: string, { productId, note }: Noted): Promise<void> {
  return changing(actor, id, async ({ count }) => {
    if (count >= MOST_ITEMS) throw new Refusal(refusals.tooManyItems)
    await sql.insertItem({ listId: id, productId, note, addedAt: now() })
  })
}

export function noteItem(actor: Actor, id: string, input: Noted): Promise<void> {
  return changing(actor, id, async () => {
    if (!(await sql.updateNote(id, input))) throw new Refusal(refusals.notThere)
    await sql.updateList(id, { changedAt: now() })
  })
}

function changing<Result>(
  actor: Actor,
  id: string,
  work: (list: ListRow) => Promise<Result>,
): Promise<Result> {
  return transaction(async () => {
    await sql.lockList(id)
    const list = existing(await sql.findList(id))
    authorizeOrHide(may.see, actor, factsOf(list))
    authorize(may.change, actor, factsOf(list))
    return work(list)
  })
}
