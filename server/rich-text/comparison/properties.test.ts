import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckedContent, checkContent } from '../check.ts'
import { compareContents, type Comparison } from '../compare.ts'
import type { Content, Mark } from '../contract.ts'
import { wordsOf } from '../text.ts'
import { renderComparison } from './render.ts'

const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const OTHER = '00000000-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const text = (words: string, ...marks: Mark[]): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (words: string) => block('paragraph', text(words))
const list = (...items: string[]) =>
  block('bulletList', ...items.map((item) => block('listItem', p(item))))
const task = (words: string, checked: boolean): Content => ({
  ...block('taskItem', p(words)),
  attrs: { checked },
})
const table = (...rows: string[][]) =>
  block(
    'table',
    ...rows.map((cells) => block('tableRow', ...cells.map((cell) => block('tableCell', p(cell))))),
  )
const doc = (...content: Content[]) => checkContent(block('doc', ...content))

/** What the segments of a comparison say: `after` takes equal and inserted, `before` equal and deleted. */
function said({ differences }: Comparison, side: 'before' | 'after'): string {
  const other = side === 'after' ? 'deleted' : 'inserted'
  const words = (nodes: Content[]) => nodes.map((node) => node.text ?? ' ').join('')
  return differences
    .filter(({ kind }) => kind !== other)
    .map((one) => {
      if (one.kind === 'changed' && one.table)
        return one.table.rows
          .flatMap(({ cells }) => cells)
          .flatMap(({ parts }) => [...parts.flatMap((part) => part[side]), text(' ')])
          .map((node) => words([node]))
          .join('')
      if (one.kind === 'changed') return words(one.parts.flatMap((part) => part[side]))
      const section = (one as Partial<Record<'before' | 'after', { node: Content }>>)[side]
      return section ? ` ${wordsOf({ type: 'doc', content: [section.node] } as never)}` : ''
    })
    .join(' ')
}
const squeezed = (words: string) => words.replace(/[\s•☐☑]+/g, ' ').trim()

const someWords = fc
  .array(
    fc.constantFrom('Papier', 'falten', 'zwei', '30', 'min', 'Schüler:innen', '.', '–', '👩‍🏫'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((all) => all.join(' '))
const someMarks = fc.subarray<Mark>([{ type: 'bold' }, { type: 'italic' }])
const someLine = fc
  .array(
    fc.tuple(someWords, someMarks).map(([words, marks]) => text(`${words} `, ...marks)),
    { minLength: 1, maxLength: 3 },
  )
  .map((nodes) => block('paragraph', ...nodes))
const someTable = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.array(someWords, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([width, rows]) => table(...rows.map((cells) => cells.slice(0, width))))
const someBlock = fc.oneof(
  { weight: 4, arbitrary: someLine },
  fc.tuple(fc.integer({ min: 2, max: 4 }), someWords).map(([level, words]) => ({
    ...block('heading', text(words)),
    attrs: { level },
  })),
  fc.array(someWords, { minLength: 1, maxLength: 3 }).map((items) => list(...items)),
  fc
    .tuple(someWords, fc.boolean())
    .map(([words, isDone]) => block('taskList', task(words, isDone))),
  someLine.map((line) => block('blockquote', line)),
  someTable,
  fc
    .tuple(fc.constantFrom(ID, OTHER), someWords)
    .map(([file, alt]) => ({ type: 'image', attrs: { file, alt } })),
  fc.constant<Content>({ type: 'horizontalRule' }),
)
const someDoc = fc.array(someBlock, { minLength: 1, maxLength: 12 }).map((all) => doc(...all))
/** A text and what became of it: blocks dropped, doubled, moved, replaced. */
const someEdit = fc
  .tuple(someDoc, fc.array(fc.tuple(fc.nat(), fc.nat(3), someBlock), { maxLength: 6 }))
  .map(([before, edits]): [CheckedContent, CheckedContent] => {
    const blocks = [...(before.content ?? [])]
    for (const [at, act, fresh] of edits) {
      const place = at % blocks.length
      if (act === 0) blocks.splice(place, blocks.length > 1 ? 1 : 0)
      if (act === 1) blocks.splice(place, 0, fresh)
      if (act === 2) blocks.splice(place, 1, fresh)
      if (act === 3) blocks.push(...blocks.splice(place, 1))
    }
    return [before, doc(...blocks)]
  })

test('equal and inserted are the new text, equal and deleted the old one', () => {
  fc.assert(
    fc.property(someEdit, ([before, after]) => {
      const comparison = compareContents(before, after)
      expect(squeezed(said(comparison, 'after'))).toBe(squeezed(wordsOf(after)))
      expect(squeezed(said(comparison, 'before'))).toBe(squeezed(wordsOf(before)))
    }),
    { numRuns: 400 },
  )
})

test('a text is the same as itself, and another one with other words is not', () => {
  fc.assert(
    fc.property(someEdit, ([before, after]) => {
      expect(compareContents(after, after).counts).toMatchObject({
        changed: 0,
        added: 0,
        removed: 0,
      })
      const there = compareContents(before, after)
      const isSame = there.differences.every(({ kind }) => kind === 'equal')
      if (squeezed(wordsOf(before)) !== squeezed(wordsOf(after))) expect(isSame).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('it renders in both layouts, and beside each other nothing stands on the wrong side', () => {
  fc.assert(
    fc.property(someEdit, ([before, after]) => {
      const comparison = compareContents(before, after)
      renderComparison(comparison, 'inline')
      for (const one of renderComparison(comparison, 'side').sections) {
        if ('html' in one) continue
        expect(one.before).not.toContain('<ins>')
        expect(one.after).not.toContain('<del>')
      }
    }),
    { numRuns: 100 },
  )
})
