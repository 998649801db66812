import { Fragment, Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { schema } from '#server/rich-text/check.ts'
import { nothingOwn, ownOnly, remember } from './own-content.ts'

const text = (words: string, thread?: string) =>
  schema.text(words, thread ? [schema.mark('comment', { thread })] : [])
const paragraph = (...children: ReturnType<typeof text>[]) =>
  schema.node('paragraph', null, children)
const picture = (file: string) => schema.node('image', { file })
const slice = (...blocks: ReturnType<typeof paragraph>[]) => new Slice(Fragment.from(blocks), 0, 0)

test('a picture of another document stays out, also deep inside', () => {
  const item = schema.node('listItem', null, [paragraph(text('a')), picture('fremd')])
  const given = slice(picture('fremd'), schema.node('bulletList', null, [item]))
  const { slice: kept, dropped } = ownOnly(nothingOwn(), given)
  expect(dropped).toBe(2)
  expect(kept.content.toString()).toBe('<bulletList(listItem(paragraph("a")))>')
})

test('what was copied here may come back, picture and comment', () => {
  const own = nothingOwn()
  const given = slice(picture('eigen'), paragraph(text('a', 't1')))
  remember(own, given.content)
  const { slice: kept, dropped } = ownOnly(own, given)
  expect(dropped).toBe(0)
  expect(kept.eq(given)).toBe(true)
})

test('words of another document come without its comments', () => {
  const { slice: kept } = ownOnly(nothingOwn(), slice(paragraph(text('a', 't1'), text('b'))))
  expect(kept.content.toString()).toBe('<paragraph("ab")>')
})

test('nothing but a foreign picture pastes nothing', () => {
  expect(ownOnly(nothingOwn(), slice(picture('fremd'))).slice).toBe(Slice.empty)
})

test('a piece from the middle of a paragraph fits where it is put, as before', () => {
  const open = new Slice(Fragment.from(paragraph(text('a', 't1'))), 1, 1)
  const { slice: kept } = ownOnly(nothingOwn(), open)
  expect([kept.openStart, kept.openEnd]).toEqual([1, 1])
})
