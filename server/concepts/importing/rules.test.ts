import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { nodesOf, wordsOf } from '#server/rich-text/text.ts'
import { guessedKind, moved } from '../chapters/rules.ts'
import { piecesOf, textOfPages, topHeadings } from './rules.ts'

const said = (text: string): Content[] => [{ type: 'text', text }]
const word = fc.stringMatching(/^[a-zäöü]{1,8}$/)
const block: fc.Arbitrary<Content> = fc.oneof(
  word.map((text) => ({ type: 'paragraph', content: said(text) })),
  fc.tuple(fc.integer({ min: 2, max: 4 }), word).map(([level, text]) => ({
    ...{ type: 'heading', attrs: { level }, content: said(text) },
  })),
)

test('whatever a text is, all its words are in its pieces, in their order, with headings from the second level on', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 30 }), (blocks) => {
      const content = checkContent({ type: 'doc', content: blocks })
      const pieces = piecesOf(content, 'Datei')
      const own = topHeadings(content)
      const all = pieces.flatMap(({ title, words }, at) => {
        const isHeading = own > 0 && (at > 0 || pieces.length === own)
        return [...(isHeading ? [title] : []), ...(words === '' ? [] : [words])]
      })
      expect(all.join('\n')).toBe(wordsOf(content))
      for (const piece of pieces)
        for (const { type, attrs } of nodesOf(piece.content))
          if (type === 'heading') expect(attrs?.level).toBeGreaterThanOrEqual(2)
    }),
  )
})

test('a list in another order is still the same list, and moving there and back changes nothing', () => {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(ids, fc.nat(11), fc.constantFrom('up' as const, 'down' as const), (all, at, to) => {
      const id = all[at % all.length] ?? ''
      const order = moved(all, id, to)
      expect([...order].sort()).toEqual([...all].sort())
      if (order !== all) expect(moved(order, id, to === 'up' ? 'down' : 'up')).toEqual(all)
    }),
  )
})

test('pages of a PDF become a text that can be kept, however many there are', () => {
  const pages = Array.from({ length: 400 }, (_, at) => `Seite ${at} `.repeat(300))
  expect(wordsOf(textOfPages(pages)).length).toBeGreaterThan(200_000)
  expect(wordsOf(textOfPages(['', '  ']))).toBe('')
})

test.each([
  ['2. Pädagogische Ziele', 'vision'],
  ['Medienkompetenzrahmen NRW', 'mkr_coverage'],
  ['Fortbildungskonzept', 'training'],
  ['Technische Ausstattung', 'equipment_and_use'],
  ['Unterrichtsentwicklung', 'teaching_development'],
  ['Evaluation und Fortschreibung', 'evaluation'],
  ['Kooperationspartner', 'cooperation'],
  ['Sonstiges', 'free'],
])('"%s" is probably about %s', (title, kind) => {
  expect(guessedKind(title)).toBe(kind)
})
