import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NeedOf } from './contract.ts'
import { partitions, reportLines } from './rules.ts'

const need = (schoolId: string, form: string, district: string, quantity = 1): NeedOf => ({
  ...{ classId: 'c', tier: 'base', schoolId, form, district, quantity },
})

test('two schools are not shown at all, three are', () => {
  const two = [need('1', 'primary', 'mitte', 10), need('2', 'grammar', 'mitte', 10)]
  expect(reportLines(two, 'form')).toEqual([{ classId: 'c', tier: 'base', total: null, cells: [] }])
  const [line] = reportLines([...two, need('3', 'grammar', 'sued', 5)], 'form')
  expect(line?.total).toEqual({ schools: 3, quantity: 25 })
  expect(line?.cells).toEqual([{ groups: ['grammar', 'primary'], schools: 3, quantity: 25 }])
})

test('what is merged is not given away by the difference to the sum', () => {
  const many = Array.from({ length: 5 }, (_, i) => need(`p${i}`, 'primary', 'mitte', 10))
  const [line] = reportLines([...many, need('w', 'waldorf', 'mitte', 99)], 'form')
  expect(line?.cells).toEqual([{ groups: ['primary', 'waldorf'], schools: 6, quantity: 149 }])
})

test('a Schulform that lies in one Bezirk but for one school does not give that one away', () => {
  const rows = [
    ...['a', 'b', 'c', 'd'].map((id) => need(id, 'primary', 'mitte')),
    need('e', 'primary', 'sued', 77),
    ...['f', 'g', 'h'].map((id) => need(id, 'grammar', 'sued')),
  ]
  const { form, district } = partitions(rows)
  expect(Math.min(form.length, district.length)).toBe(1)
})

const someNeeds = fc.array(
  fc.record({
    schoolId: fc.integer({ min: 0, max: 24 }).map(String),
    quantity: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 60 },
)
/** A school has one Schulform and lies in one Bezirk. */
const places = fc.array(
  fc.tuple(
    fc.constantFrom('p', 'g', 'w', 'b', 's'),
    fc.constantFrom('mitte', 'sued', 'nord', 'west'),
  ),
  { minLength: 25, maxLength: 25 },
)

test('no sums and differences of what is shown lead to one or two schools', () => {
  fc.assert(
    fc.property(someNeeds, places, (given, at) => {
      const rows = given.map(({ schoolId, quantity }) => {
        const [form, district] = at[Number(schoolId)] ?? ['p', 'mitte']
        return need(schoolId, form, district, quantity)
      })
      const all = new Set(rows.map(({ schoolId }) => schoolId))
      const [line] = reportLines(rows, 'form')
      if (all.size < 3) {
        expect(line?.total ?? null).toBeNull()
        return
      }
      const sides = partitions(rows)
      // Whatever anybody takes together of one table, and takes away of the other.
      const sumsOf = (blocks: { schools: Set<string> }[]) =>
        Array.from(
          { length: 2 ** blocks.length },
          (_, chosen) =>
            new Set(blocks.flatMap(({ schools }, i) => ((chosen >> i) & 1 ? [...schools] : []))),
        )
      const [forms, districts] = [sumsOf(sides.form), sumsOf(sides.district)]
      for (const one of [...forms, ...districts])
        for (const other of [...forms, ...districts])
          if ([...other].every((id) => one.has(id)))
            expect([1, 2]).not.toContain(one.size - other.size)
      expect(new Set(sides.form.flatMap(({ schools }) => [...schools]))).toEqual(all)
      expect(line?.cells.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(
        line?.total?.quantity,
      )
    }),
    { numRuns: 300 },
  )
})
