import { expect, test } from 'vitest'
import { checkContent } from '../check.ts'
import { compareContents } from '../compare.ts'
import type { Content } from '../contract.ts'
import { wordsOf } from '../text.ts'
import { renderComparison } from './render.ts'

const text = (words: string): Content => ({
  type: 'text',
  text: words,
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (words: string) => block('paragraph', text(words))
const doc = (...content: Content[]) => checkContent(block('doc', ...content))

const WORDS = 'die Lernenden falten das Papier und vergleichen Brüche auf dem Plakat'.split(' ')
let seed = 1
const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
const sentence = (length: number) =>
  Array.from({ length }, () => `${WORDS[random(WORDS.length)]}${random(3) ? '' : random(3_000)}`)
    .join(' ')
    .concat('.')
const lines = (count: number, length = 20) => Array.from({ length: count }, () => sentence(length))
const asDoc = (all: string[]) => doc(...all.map((one) => p(one)))
const took = (before: string[], after: string[]) => {
  const [old, fresh] = [asDoc(before), asDoc(after)]
  const start = performance.now()
  const comparison = compareContents(old, fresh)
  renderComparison(comparison, 'inline')
  return { ms: performance.now() - start, counts: comparison.counts }
}
// Generous, for machines that do other things at the same time; a quadratic search takes minutes.
const SOON = 1_500
const AT_MOST = 8_000

test('2,500 sections, thirty of them changed', () => {
  const before = lines(2_500)
  const after = before.map((one, at) => (at % 83 === 0 ? one.replace(' ', ' neu ') : one))
  const { ms, counts } = took(before, after)
  expect(counts).toEqual({ changed: 31, added: 0, removed: 0, moved: 0 })
  expect(ms).toBeLessThan(SOON)
})

test('2,500 sections, a word changed in each, one new in ten: still word by word', () => {
  const before = lines(2_500)
  const after = before.flatMap((one, at) => [
    ...(at % 10 === 0 ? [sentence(12)] : []),
    one.replace(/\w+/, 'Neu'),
  ])
  const { ms, counts } = took(before, after)
  expect(counts.changed).toBeGreaterThan(2_450)
  expect(ms).toBeLessThan(AT_MOST)
})

const few = () => Array.from({ length: 9_000 }, () => (random(2) ? 'ja' : 'nein'))
const base = lines(2_500)
test.each<[string, string[], string[]]>([
  ['nothing in common', lines(2_500), lines(2_500)],
  ['the other way round', base, [...base].reverse()],
  ['two lines a thousand times', few(), few()],
  ['one line of a megabyte', [sentence(100_000)], [sentence(100_000)]],
  ['signs only', ['.,'.repeat(300_000)], [',.;'.repeat(200_000)]],
  [
    'signs in small doses',
    [`${'.,'.repeat(20)} `.repeat(15_000)],
    [`${',;'.repeat(20)} `.repeat(15_000)],
  ],
  ['letters without a space', ['汉'.repeat(300_000)], ['漢'.repeat(300_000)]],
  [
    'a long line among many',
    [sentence(50_000), ...lines(9_000, 6)],
    [sentence(50_000), ...lines(9_000, 6)],
  ],
])('%s', (_name, before, after) => {
  expect(took(before, after).ms).toBeLessThan(AT_MOST)
})

test('what costs too much is compared more coarsely, and still says every word', () => {
  const [before, after] = [asDoc([sentence(30_000)]), asDoc([sentence(30_000)])]
  const comparison = compareContents(before, after)
  const [one] = comparison.differences
  const parts = one?.kind === 'changed' ? one.parts : []
  const said = (side: 'before' | 'after') =>
    parts.flatMap((part) => part[side].map((piece) => piece.text)).join('')
  expect(said('after')).toBe(wordsOf(after))
  expect(said('before')).toBe(wordsOf(before))
})

test('lists as deep as they may be, tables in tables', () => {
  let nested = p('tief')
  for (let depth = 0; depth < 28; depth++)
    nested = block('bulletList', block('listItem', p('a'), nested))
  let boxes = p('innen')
  for (let depth = 0; depth < 18; depth++)
    boxes = block('table', block('tableRow', block('tableCell', boxes)))
  const after = JSON.parse(
    JSON.stringify([nested, boxes]).replace('tief', 'tiefer').replace('innen', 'drinnen'),
  ) as Content[]
  const comparison = compareContents(doc(nested, boxes), doc(...after))
  expect(comparison.counts.changed).toBe(2)
  expect(renderComparison(comparison, 'side').changes).toBe(2)
})
