import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '#server/platform/german-errors.ts'
import { parseWithZod } from '@conform-to/zod/v4'
import { LIMITS } from '../contract.ts'
import { euroDigits, euros } from '../words.ts'
import { cell, csv } from '#server/platform/csv-file.ts'
import { dayIn } from '../inputs.ts'
import { editFundingInput } from './inputs.ts'
import { centsIn, costOf, missingIn, requestedOf } from './rules.ts'

describe('amounts as people write them', () => {
  test.each([
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1.234', 123_400],
    ['1.234.567,8', 123_456_780],
    ['12', 1_200],
    ['0,05', 5],
    [' 12,50 € ', 1_250],
    ['12,50\u00a0€', 1_250],
    ['12 EUR', 1_200],
    ['007', 700],
    ['100.000.000,00', 10_000_000_000],
  ])('"%s"', (typed, cents) => expect(centsIn(typed)).toEqual({ cents }))

  test.each([
    ['12.50', 'malformed'],
    ['1,234.56', 'malformed'],
    ['1.23.456', 'malformed'],
    ['1e9', 'malformed'],
    ['0x10', 'malformed'],
    ['12,345', 'malformed'],
    ['viel', 'malformed'],
    ['٣', 'malformed'],
    ['NaN', 'malformed'],
    ['-5', 'negative'],
    ['\u22125,00', 'negative'],
    ['100.000.000,01', 'too-much'],
    ['9'.repeat(30), 'too-much'],
    ['9'.repeat(3000), 'malformed'],
    ['', 'empty'],
    ['  ', 'empty'],
    [undefined, 'empty'],
  ])('"%s" is %s', (typed, fault) => expect(centsIn(typed)).toBe(fault))

  test('what is shown is read as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LIMITS.cents }), (cents) => {
        expect(centsIn(euroDigits(cents))).toEqual({ cents })
        expect(centsIn(euros(cents))).toEqual({ cents })
      }),
    )
  })

  test('nothing typed becomes anything but whole cents within the limit, or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9.,€ e]{0,25}$/)), (typed) => {
        const read = centsIn(typed)
        if (typeof read !== 'object') return
        expect(Number.isSafeInteger(read.cents)).toBe(true)
        expect(read.cents).toBeGreaterThanOrEqual(0)
        expect(read.cents).toBeLessThanOrEqual(LIMITS.cents)
      }),
    )
  })
})

describe('the form of an application', () => {
  const send = (fields: Record<string, string>) => {
    const body = new FormData()
    const all = { version: '1', year: '2026', schoolId: crypto.randomUUID(), ...fields }
    for (const [name, value] of Object.entries(all)) body.append(name, value)
    return parseWithZod(body, { schema: editFundingInput })
  }
  const faults = (fields: Record<string, string>) => send(fields).reply().error ?? {}

  test('empty lines are none, a missing number is one', () => {
    const sent = send({
      text0: '',
      quantity0: '',
      unit0: '',
      text1: 'VR-Brille',
      quantity1: '',
      unit1: '1.234,56',
      ownShare: '',
    })
    expect(sent.status === 'success' && sent.value).toMatchObject({
      items: [{ text: 'VR-Brille', quantity: 1, unitCents: 123_456 }],
      ownShare: 0,
    })
  })

  test.each([
    [{ text0: 'A', unit0: '-1' }, 'unit0'],
    [{ text0: 'A', unit0: '12.50' }, 'unit0'],
    [{ text0: 'A', unit0: '99.999.999.999' }, 'unit0'],
    [{ text0: 'A', unit0: '' }, 'unit0'],
    [{ unit0: '5' }, 'text0'],
    [{ text0: 'A', unit0: '5', quantity0: '0' }, 'quantity0'],
    [{ text0: 'A', unit0: '5', quantity0: '1,5' }, 'quantity0'],
    [{ text0: 'A', unit0: '5', quantity0: '-3' }, 'quantity0'],
    [{ text0: 'A', unit0: '10.000.000', quantity0: '10000' }, 'unit0'],
    [{ ownShare: '-1' }, 'ownShare'],
    [{ ownShare: '100.000.000,01' }, 'ownShare'],
    [{ year: '1999' }, 'year'],
  ] as [Record<string, string>, string][])('%j is refused beside %s', (fields, field) => {
    const found = faults(fields)
    expect(Object.keys(found)).toContain(field)
    expect(found[field]?.join(' ')).toMatch(/\p{L}/u)
  })

  test('hostile shapes are refused, not thrown', () => {
    const hostile: Record<string, string>[] = [
      { 'items[0]': 'x' },
      { items: 'x' },
      { 'items[999].text': 'A', 'items[999].unit': '1' },
      { 'items[0].text.deep': 'x' },
      { '__proto__.x': '1' },
      { version: '1e99' },
      { version: 'NaN' },
    ]
    for (const fields of hostile) expect(['error', 'success']).toContain(send(fields).status)
  })
})

test('what is missing is said', () => {
  const item = { text: 'A', quantity: 2, unitCents: 50 }
  const whole = { items: [item], ownShareCents: 0, reason: 'x', innovation: 'y' }
  expect(missingIn(whole)).toEqual([])
  expect(missingIn({ ...whole, ownShareCents: 100 })).toHaveLength(1)
  expect(missingIn({ items: [], ownShareCents: 0, reason: '', innovation: '' })).toHaveLength(3)
  expect(requestedOf(costOf([item]), 30)).toBe(70)
})

test.each([
  ['=SUMME(A1)', "'=SUMME(A1)"],
  ['+49', "'+49"],
  ['@x', "'@x"],
  ['-1', "'-1"],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['a;b', '"a;b"'],
  ['=a"b', `"'=a""b"`],
  ['Lesen', 'Lesen'],
])('a cell is never a formula: %j', (value, expected) => expect(cell(value)).toBe(expected))

test('a file opens in German table programs', () => {
  expect(csv([['ä', 1]])).toBe('\ufeffä;1\r\n')
})

test.each([
  ['27.11.2026', '2026-11-27'],
  ['2026-11-27', '2026-11-27'],
  ['1.2.2026', '2026-02-01'],
  ['31.02.2026', undefined],
  ['2026-13-01', undefined],
  ['morgen', undefined],
  ['0001-01-01', undefined],
])('the day "%s"', (typed, day) => expect(dayIn(typed)).toBe(day))
