import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '#server/platform/text.ts'
import { pathsIn, pointerOf, shareOut, titlesFirst } from './rules.ts'

const ID = '0b0e4d7a-95b6-4d47-8f8e-0123456789ab'
const ORIGIN = 'https://lernen25.example'

describe('a pointer', () => {
  test.each([
    [`plg:${ID}`, { kind: 'plg', id: ID }],
    [`plg-ending:${ID.toUpperCase()}`, { kind: 'plg-ending', id: ID }],
  ])('is read from "%s"', (text, pointer) => expect(pointerOf(text)).toEqual(pointer))

  test.each(['', ':', 'plg', `plg:`, `:${ID}`, `plg:${ID}:x`, `plg:${ID}0`, `p_g:${ID}`, 'plg:1'])(
    '"%s" is none',
    (text) => expect(pointerOf(text)).toBeUndefined(),
  )

  test('no text whatever breaks the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        pointerOf(text)
        wordsIn(text, 100)
        pathsIn(text, ORIGIN)
      }),
    )
  })
})

describe('shares', () => {
  const sizes = fc.array(fc.nat(12), { maxLength: 6 })
  test('fill what there is room for, in order, and leave no group out', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const groups = all.map((size, kind) => ({
          kind,
          cards: Array.from({ length: size }, (_, at) => at),
        }))
        const shared = shareOut(groups, 8)
        const shown = shared.reduce((sum, { cards }) => sum + cards.length, 0)
        const there = all.reduce((sum, size) => sum + size, 0)
        expect(shown).toBe(Math.min(8, there))
        expect(shared.map(({ kind }) => kind)).toEqual(
          groups.filter(({ cards }) => cards.length > 0).map(({ kind }) => kind),
        )
        for (const { cards } of shared) expect(cards).toEqual(cards.map((_, at) => at))
      }),
    )
  })
})

test('what is called so stands before what only speaks of it', () => {
  const cards = ['Lesen', 'Brüche kürzen', 'Bruchrechnen', 'Rechnen'].map((title) => ({ title }))
  expect(titlesFirst(cards, ['bruch']).map(({ title }) => title)).toEqual([
    'Brüche kürzen',
    'Bruchrechnen',
    'Lesen',
    'Rechnen',
  ])
})

describe('words behind "@"', () => {
  test.each([
    ['Orhan De', ['Orhan', 'De']],
    ['  anna-lena  ', ['anna', 'lena']],
    ['o', ['o']],
    ['@Kim, Kim', ['Kim']],
    ['', []],
    ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('"%s" is %j', (typed, words) => expect(wordsIn(typed, 100)).toEqual(words))
})

describe('paths of our own pages in a text', () => {
  test.each<[string, string[]]>([
    [`Siehe ${ORIGIN}/plg/x/diskussion/3-foo.`, ['/plg/x/diskussion/3-foo']],
    ['Siehe /plg/x/diskussion/3-foo, bitte', ['/plg/x/diskussion/3-foo']],
    [`[hier](${ORIGIN}/schulen/am-hafen) und (/plg/x)`, ['/schulen/am-hafen', '/plg/x']],
    [`${ORIGIN}/plg/x?seite=2#beitrag-31`, ['/plg/x']],
    [`<${ORIGIN}/plg/x/>`, ['/plg/x']],
    ['/plg/x /plg/x', ['/plg/x']],
    ['https://anderswo.example/plg/x', []],
    [`https://anderswo.example/?zu=${ORIGIN.slice(8)}/plg/x`, []],
    ['Klasse 5/6, und/oder 3/4', []],
    ['/', []],
    ['//plg/x', []],
    ['/PLG', []],
  ])('%s', (text, paths) => expect(pathsIn(text, ORIGIN)).toEqual(paths))

  test('a text full of slashes takes no time', () => {
    const started = performance.now()
    pathsIn('/a'.repeat(50_000) + ' /'.repeat(50_000), ORIGIN)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
