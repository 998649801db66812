import { describe, expect, test } from 'vitest'
import { inOrder, versionMark } from './paths.ts'
import { nameOfReplaced, nameOfRestored } from './rules.ts'

test.each([
  ['1', 1],
  ['42', 42],
  ['jetzt', 'jetzt'],
  ['0', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['99999999999', undefined],
  ['', undefined],
  [null, undefined],
  ['jetzt ', undefined],
])('%j names %j', (given, expected) => {
  expect(versionMark(given)).toBe(expected)
})

test('what was ticked stands once, the older first, the present last', () => {
  expect(inOrder(['jetzt', '10', '9', '10', 'x'])).toEqual([9, 10, 'jetzt'])
})

describe('names', () => {
  test('say what was restored, also the second time', () => {
    expect(nameOfRestored('Entwurf 1')).toBe('Wiederhergestellt: Entwurf 1')
    expect(nameOfRestored(nameOfRestored('Entwurf 1'))).toBe('Wiederhergestellt: Entwurf 1')
    expect(nameOfReplaced(nameOfRestored('Entwurf 1'))).toBe(
      'Vor der Wiederherstellung von „Entwurf 1“',
    )
  })

  test('fit into the database, whatever letters they have', () => {
    const name = nameOfRestored('🧩'.repeat(120))
    expect([...name]).toHaveLength(120)
    expect(name.isWellFormed()).toBe(true)
  })
})
