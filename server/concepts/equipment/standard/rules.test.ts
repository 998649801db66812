import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BASES } from '../contract.ts'
import { entitlement, standing } from './rules.ts'

const SCHOOL = { pupils: 641, teachers: 52, rooms: 30 }

test.each([
  ['pupils', 1, 5, 129],
  ['pupils', 1, 8, 81],
  ['teachers', 1, 20, 3],
  ['teachers', 1, 1, 52],
  ['rooms', 1, 1, 30],
  ['rooms', 2, 3, 20],
  ['fixed', 4, 1, 4],
] as const)('by %s, %i for %i: %i', (basis, amount, per, expected) => {
  expect(entitlement({ basis, amount, per }, SCHOOL)).toBe(expected)
})

test('a school of nobody is entitled to nothing by ratio, and one of unknown size to nothing known', () => {
  const nobody = { pupils: 0, teachers: 0, rooms: 0 }
  expect(entitlement({ basis: 'pupils', amount: 1, per: 5 }, nobody)).toBe(0)
  expect(entitlement({ basis: 'pupils', amount: 1, per: 5 }, null)).toBeNull()
  expect(entitlement({ basis: 'fixed', amount: 2, per: 1 }, null)).toBe(2)
})

test('enough for everybody, and not one too many; a larger school never gets less', () => {
  const ratio = fc.record({
    basis: fc.constantFrom(...BASES),
    amount: fc.integer({ min: 1, max: 1000 }),
    per: fc.integer({ min: 1, max: 1000 }),
  })
  const size = fc.integer({ min: 0, max: 2000 })
  fc.assert(
    fc.property(ratio, size, size, (rule, few, more) => {
      const at = (count: number) =>
        entitlement(rule, { pupils: count, teachers: count, rooms: count }) ?? 0
      if (rule.basis !== 'fixed') {
        expect(at(few) * rule.per).toBeGreaterThanOrEqual(rule.amount * few)
        expect((at(few) - 1) * rule.per).toBeLessThan(Math.max(1, rule.amount * few))
      }
      expect(at(few + more)).toBeGreaterThanOrEqual(at(few))
    }),
  )
})

test('what is broken does not count, what is more than enough is not missing', () => {
  const rules = [
    { classId: 'a', basis: 'pupils' as const, amount: 1, per: 5 },
    { classId: 'b', basis: 'fixed' as const, amount: 2, per: 1 },
  ]
  const stock = new Map([
    ['a', { count: 129, usable: 120 }],
    ['b', { count: 5, usable: null }],
    ['c', { count: 1, usable: null }],
  ])
  const lines = standing(['a', 'b', 'c', 'd'], { rules, figures: SCHOOL, stock })
  expect(lines.map(({ entitled, missing }) => [entitled, missing])).toEqual([
    [129, 9],
    [2, 0],
    [null, null],
    [null, null],
  ])
})
