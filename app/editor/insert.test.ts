import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { schema } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { placeFor } from './insert.ts'

const p = (words = ''): Content =>
  words ? { type: 'paragraph', content: [{ type: 'text', text: words }] } : { type: 'paragraph' }
const wrapped = (words: string, ...types: string[]): Content =>
  types.reduceRight<Content>((inner, type) => ({ type, content: [inner] }), p(words))

/** Between which blocks it lands, when the caret is at these words and so many letters further. */
function place(blocks: Content[], at: { words: string; letters: number } | number): number {
  const doc = schema.nodeFromJSON({ type: 'doc', content: blocks })
  let pos = typeof at === 'number' ? at : -1
  doc.descendants((node, start) => {
    if (typeof at !== 'number' && node.text === at.words) pos = start + at.letters
  })
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, pos) })
  return doc.resolve(placeFor(state)).index(0)
}

test('what is taken stands between whole blocks, never in the middle of one', () => {
  const text = [p('eins'), p('zwei')]
  expect(place(text, { words: 'eins', letters: 2 })).toBe(1)
  expect(place(text, { words: 'zwei', letters: 4 })).toBe(2)
  const table = wrapped('Zelle', 'table', 'tableRow', 'tableCell')
  const list = wrapped('Punkt', 'bulletList', 'listItem')
  expect(place([table, list], { words: 'Zelle', letters: 1 })).toBe(1)
  expect(place([table, list], { words: 'Punkt', letters: 1 })).toBe(2)
})

test('at the very beginning and at an empty line it stands before', () => {
  expect(place([p('eins'), p('zwei')], { words: 'eins', letters: 0 })).toBe(0)
  expect(place([p()], 1)).toBe(0)
  expect(place([p('eins'), p(), p('drei')], 7)).toBe(1)
})
