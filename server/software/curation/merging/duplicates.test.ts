import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aReviewCase } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { keepApart, mergeProducts, unmergeProducts } from './commands.ts'
import { MERGED_FIELDS } from './contract.ts'
import type { MergeInput } from './inputs.ts'
import { duplicatesFor, pairFor } from './views.ts'

let smz: Actor
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  smz = await anActor('smz_staff')
})

type Product = Awaited<ReturnType<typeof aProduct>>

const merging = (
  source: Product,
  target: Product,
  taken: Partial<MergeInput> = {},
): MergeInput => ({
  ...{ sourceId: source.id, targetId: target.id, ...taken },
  ...{ sourceVersion: source.version, targetVersion: target.version },
})

describe('entries that may be one', () => {
  test('are found by name and maker, with a reason', async () => {
    const { id: vendorId } = await db()
      .insertInto('vendors')
      .values({ name: 'Übino GmbH', createdAt: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await aProduct({ name: 'Übino', vendorId })
    await aProduct({ name: 'Übino App', vendorId })
    await aProduct({ name: 'Klangwerk' })
    const { pairs } = await duplicatesFor(smz)
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.reason).toMatch(/^gleicher Anbieter, ähnlicher Name \d\d %$/)
  })

  test('with a review running for both wait', async () => {
    const [one, other] = [await aProduct(), await aProduct()]
    for (const { id: productId } of [one, other]) await aReviewCase({ productId })
    await expect(mergeProducts(smz, merging(one, other))).rejects.toThrow('läuft eine Prüfung')
  })

  test('put into each other by two people at once: one of the two happens', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await aProduct(), await aProduct()]
      const both = await Promise.allSettled([
        mergeProducts(smz, merging(one, other)),
        mergeProducts(await anActor('media_advisor'), merging(other, one)),
      ])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('the same form sent twice at once is one merge, and so is taking it back', async () => {
    const [one, other] = [await aProduct(), await aProduct()]
    const twice = await Promise.all([1, 2].map(() => mergeProducts(smz, merging(one, other))))
    expect(twice[0]).toEqual(twice[1])
    const { mergeId = '' } = twice[0] ?? {}
    await Promise.all([1, 2].map(() => unmergeProducts(smz, mergeId)))
    const merges = await db().selectFrom('softwareMerges').select('undoneAt').execute()
    expect(merges).toHaveLength(1)
    expect(merges[0]?.undoneAt).toBeInstanceOf(Date)
  })

  test('make no chain, and nothing happens on what was seen before it changed', async () => {
    const [one, two, three] = [await aProduct(), await aProduct(), await aProduct()]
    await expect(mergeProducts(smz, merging(one, one))).rejects.toThrow(Refusal)
    await expect(mergeProducts(smz, { ...merging(one, two), targetVersion: 7 })).rejects.toThrow(
      'geändert',
    )
    await mergeProducts(smz, merging(two, one))
    await expect(mergeProducts(smz, { ...merging(one, three), sourceVersion: 2 })).rejects.toThrow(
      'umgekehrt',
    )
    await expect(mergeProducts(smz, merging(three, two))).rejects.toThrow(
      'nicht mehr im Verzeichnis',
    )
  })

  test('can be parted for 30 days', async () => {
    const [one, other] = [await aProduct(), await aProduct()]
    const { mergeId } = await mergeProducts(smz, merging(one, other))
    expect((await duplicatesFor(smz)).merges).toHaveLength(1)
    await db()
      .updateTable('softwareMerges')
      .set({ mergedAt: new Date(Date.now() - 30.1 * 86_400_000) })
      .execute()
    await expect(unmergeProducts(smz, mergeId)).rejects.toThrow('30 Tage')
    expect((await duplicatesFor(smz)).merges).toEqual([])
  })

  test('that are two things are hidden for good', async () => {
    const [one, other] = [
      await aProduct({ name: 'Tonspur' }),
      await aProduct({ name: 'Tonspur 2' }),
    ]
    expect((await duplicatesFor(smz)).pairs).toHaveLength(1)
    await keepApart(smz, other.id, one.id)
    await keepApart(smz, one.id, other.id)
    expect((await duplicatesFor(smz)).pairs).toEqual([])
  })

  test('are for those who look after the directory', async () => {
    const [one, other] = [await aProduct(), await aProduct()]
    const { mergeId } = await mergeProducts(smz, merging(one, other))
    for (const role of ['teacher', 'principal', 'school_dpo', 'release_manager', 'operator']) {
      const actor: Actor = await anActor(role)
      for (const act of [
        () => mergeProducts(actor, merging(one, other)),
        () => unmergeProducts(actor, mergeId),
        () => keepApart(actor, one.id, other.id),
        () => duplicatesFor(actor),
        () => pairFor(actor, { target: one.slug, source: other.slug }),
      ])
        await expect(act()).rejects.toThrow(Forbidden)
    }
  })

  test('give every fact of the one or the other', async () => {
    const facts = {
      ...{ kind: 'ios', description: 'B', website: 'https://b.example', appStoreId: '12345' },
      ...{ functionTags: ['quiz'], subjects: ['german'], gradeBands: ['5-6'] },
      ...{ schoolForms: ['grammar'], costModel: 'free', offlineUse: 'full', name: 'Beta' },
      advertising: 'no',
    }
    const [one, other] = [await aProduct({ name: 'Alpha' }), await aProduct(facts)]
    const all = Object.fromEntries(MERGED_FIELDS.map((field) => [field, 'source' as const]))
    await mergeProducts(smz, merging(other, one, all))
    const row = await db()
      .selectFrom('softwareProducts')
      .where('id', '=', one.id)
      .selectAll()
      .execute()
    expect(row).toMatchObject([{ ...facts, slug: one.slug }])
  })
})
