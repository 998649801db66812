import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import {
  addItem,
  createList,
  deleteList,
  editList,
  followProduct,
  keepProduct,
  noteItem,
  removeItem,
  restoreList,
  unfollowProduct,
} from './commands.ts'
import { MOST_LISTS, VISIBILITIES } from './contract.ts'
import { may } from './policy.ts'
import { followedBy, listFor, listsFor } from './views.ts'

let kim: Actor
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  kim = await anActor()
})

const aList = (actor: Actor, visibility: 'private' | 'network' = 'private') =>
  createList(actor, { clientKey: randomUUID(), title: 'Mathe', visibility })

test('every list, whoever asks: who may read, change, bring back', async () => {
  const actors: Record<string, Actor> = {
    owner: kim,
    other: await anActor(),
    smz: await anActor('smz_staff'),
    operator: await anActor('operator'),
    pending: await anActor('teacher', { state: 'pending' }),
  }
  const ANSWERS: Record<string, string[]> = {
    'private there': ['owner see', 'owner change', 'owner restore'],
    'private deleted': ['owner restore'],
    'network there': [
      ...['owner see', 'owner change', 'owner restore'],
      ...['other see', 'smz see', 'operator see'],
    ],
    'network deleted': ['owner restore'],
  }
  for (const visibility of VISIBILITIES)
    for (const isDeleted of [false, true]) {
      const facts = { personId: kim.id, visibility, isDeleted }
      const allowed = Object.entries(actors).flatMap(([name, actor]) =>
        Object.entries(may).flatMap(([act, rule]) =>
          rule(actor, facts) ? [`${name} ${act}`] : [],
        ),
      )
      expect(allowed).toEqual(ANSWERS[`${visibility} ${isDeleted ? 'deleted' : 'there'}`])
    }
})

describe('following', () => {
  test('twice is once, and can be taken back', async () => {
    const { slug, id } = await aProduct()
    await Promise.all([followProduct(kim, slug), followProduct(kim, slug)])
    expect(await followedBy(kim, id)).toBe(true)
    expect((await listsFor(kim, null)).followed).toHaveLength(1)
    await unfollowProduct(kim, slug)
    expect(await followedBy(kim, id)).toBe(false)
  })

  test('is for confirmed people, and for what they may see', async () => {
    const { slug, id } = await aProduct()
    const pending = await anActor('teacher', { state: 'pending' })
    await expect(followProduct(pending, slug)).rejects.toThrow(Forbidden)
    expect(await followedBy(pending, id)).toBeNull()
    expect(await followedBy(null, id)).toBeNull()
    const gone = await aProduct({ state: 'removed' })
    await expect(followProduct(kim, gone.slug)).rejects.toThrow(NotFound)
    await expect(followProduct(kim, 'gibt-es-nicht')).rejects.toThrow(NotFound)
  })
})

describe('watch lists', () => {
  test('hold what one puts on them, and show what holds today', async () => {
    const [one, other] = [await aProduct({ name: 'Eins' }), await aProduct({ name: 'Zwei' })]
    const list = await aList(kim)
    await keepProduct(kim, { app: one.slug, clientKey: randomUUID(), title: '', lists: [list] })
    await keepProduct(kim, {
      app: other.slug,
      clientKey: randomUUID(),
      title: 'Neu',
      lists: [list],
    })
    const { own } = await listsFor(kim, other.slug)
    expect(own.map(({ title, count, holds }) => [title, count, holds])).toEqual([
      ['Mathe', 2, true],
      ['Neu', 1, true],
    ])
    await keepProduct(kim, { app: other.slug, clientKey: randomUUID(), title: '', lists: [] })
    const { products } = await listFor(kim, list)
    expect(products).toMatchObject([{ name: 'Eins', standing: { name: 'not_reviewed' } }])
    await noteItem(kim, list, { productId: one.id, note: 'Für Klasse 6' })
    const note = await removeItem(kim, list, one.id)
    await addItem(kim, list, { productId: one.id, note })
    expect((await listFor(kim, list)).products).toMatchObject([{ note: 'Für Klasse 6' }])
    await db().updateTable('softwareProducts').set({ state: 'removed' }).execute()
    expect((await listFor(kim, list)).products).toEqual([])
  })

  test('of others are not there unless they are shared, and never changed by others', async () => {
    const [own, shared] = [await aList(kim), await aList(kim, 'network')]
    const reader = await anActor()
    await expect(listFor(reader, own)).rejects.toThrow(NotFound)
    expect((await listFor(reader, shared)).can.change).toBe(false)
    const { shared: seen } = await listsFor(reader, null)
    expect(seen.map(({ id, owner }) => [id, owner])).toEqual([
      [shared, `${kim.firstName} ${kim.lastName}`],
    ])
    const product = await aProduct()
    for (const act of [
      () => editList(reader, shared, { title: 'X', visibility: 'private' }),
      () => deleteList(reader, shared),
      () => addItem(reader, shared, { productId: product.id, note: '' }),
      () => noteItem(reader, shared, { productId: product.id, note: 'X' }),
      () => removeItem(reader, shared, product.id),
    ])
      await expect(act()).rejects.toThrow(Forbidden)
    await expect(restoreList(reader, shared)).rejects.toThrow(NotFound)
    await keepProduct(reader, {
      ...{ app: product.slug, clientKey: randomUUID(), title: '', lists: [own, shared] },
    })
    expect(await db().selectFrom('watchListItems').selectAll().execute()).toEqual([])
  })

  test('are renamed, shared, deleted and brought back', async () => {
    const list = await aList(kim)
    await editList(kim, list, { title: 'Deutsch', visibility: 'network' })
    expect((await listFor(kim, list)).list).toMatchObject({
      title: 'Deutsch',
      visibility: 'network',
    })
    await deleteList(kim, list)
    await expect(listFor(kim, list)).rejects.toThrow(NotFound)
    expect((await listsFor(await anActor(), null)).shared).toEqual([])
    await restoreList(kim, list)
    expect((await listFor(kim, list)).list.title).toBe('Deutsch')
  })

  test('the same form sent twice makes one list; more than enough is refused', async () => {
    const form = { clientKey: randomUUID(), title: 'Mathe', visibility: 'private' as const }
    const [one, other] = await Promise.all([createList(kim, form), createList(kim, form)])
    expect(one).toBe(other)
    const at = new Date()
    const full = Array.from({ length: MOST_LISTS - 1 }, () => ({
      ...{ personId: kim.id, title: 'Voll', createdAt: at, changedAt: at, clientKey: randomUUID() },
    }))
    await db().insertInto('watchLists').values(full).execute()
    await expect(aList(kim)).rejects.toThrow(Refusal)
  })
})
