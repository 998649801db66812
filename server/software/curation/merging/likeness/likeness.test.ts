import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { likelyPairs, type Looked, pairKey } from './rules.ts'
import { listLooked } from './sql.ts'

beforeEach(() => emptyDatabase())

const gram = fc.constantFrom(...'abcdefghij')
const value = fc.option(fc.constantFrom('x', 'y'))
const entries = fc
  .array(
    fc.record({
      grams: fc.uniqueArray(gram, { maxLength: 8 }),
      ...{ vendorId: value, site: value, appStoreId: value },
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map((one, at): Looked => ({ ...one, id: String(at) })))

const share = (one: string[], other: string[]) => {
  const shared = one.filter((each) => other.includes(each)).length
  return one.length + other.length === 0 ? 0 : shared / (one.length + other.length - shared)
}

test('no pair is missed and none is there that should not: as if all were compared with all', () => {
  fc.assert(
    fc.property(entries, fc.boolean(), (all, isApart) => {
      const apart = new Set(isApart ? [pairKey('0', '1')] : [])
      const expected = all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .filter((other) => {
            if (apart.has(pairKey(one.id, other.id))) return false
            const alike = share(one.grams, other.grams)
            const is = (field: 'vendorId' | 'site' | 'appStoreId') =>
              one[field] !== null && one[field] === other[field]
            return (
              alike >= 0.6 || (is('vendorId') && alike >= 0.4) || is('site') || is('appStoreId')
            )
          })
          .map((other) => pairKey(one.id, other.id)),
      )
      const found = likelyPairs(all, apart)
      expect(found.map(({ one, other }) => pairKey(one, other)).sort()).toEqual(expected.sort())
      for (const { one, other } of found) expect(one < other).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('two names are as alike as the database says', async () => {
  const names = ['Übino', 'Übino App', 'Tonspur 2', 'Tonspur', 'ÖÖ-Straße 7', 'Straße 7']
  for (const name of names) await aProduct({ name, website: 'https://Gleich.example/' })
  const looked = await listLooked()
  const { rows } = await sql<{
    one: string
    other: string
    alike: number
  }>`select a.id as one, b.id as other,
      similarity(search_key(a.name), search_key(b.name)) as alike
    from software_products a join software_products b on a.number < b.number`.execute(db())
  expect(looked.map(({ site }) => site)).toEqual(names.map(() => 'https://gleich.example'))
  const pairs = likelyPairs(looked, new Set())
  for (const { one, other, alike } of rows) {
    const pair = pairs.find((each) => each.one === one && each.other === other)
    expect(pair?.alike).toBeCloseTo(alike, 5)
  }
})

test('two thousand entries are looked through at once, one shop’s address for all of them or not', () => {
  const stems = ['Bruch', 'Wort', 'Karten', 'Klang', 'Form', 'Zahl', 'Bild', 'Welt', 'Text', 'Spur']
  const ends = ['werk', 'insel', 'kiste', 'blick', 'raum', 'netz', 'zeit', 'haus', 'pfad', 'funk']
  const all = Array.from({ length: 2000 }, (_, at): Looked => {
    const name = `  ${stems[at % 10]}${ends[Math.trunc(at / 10) % 10]} ${Math.trunc(at / 100)} `
    const grams = [
      ...new Set(Array.from({ length: name.length - 2 }, (_, i) => name.slice(i, i + 3))),
    ]
    return { id: String(at), grams, vendorId: String(at % 100), site: 'shop', appStoreId: null }
  })
  const started = performance.now()
  expect(likelyPairs(all, new Set())).toHaveLength(50)
  expect(performance.now() - started).toBeLessThan(1_500)
})
