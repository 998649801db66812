import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContent } from './check.ts'
import { type Content, isSafeAddress } from './contract.ts'
import { fromMarkdown, survivesMarkdown, toMarkdown } from './markdown.ts'
import { lostInMarkdown, plainForm } from './markdown-loss.ts'

/** Letters that mean something in Markdown, many of them. */
const NASTY = [
  ...'*_~`[]()<>!#|\\&:;@.-+="\'/^{}$%,? 0123456789aZäßЖ中😀\t',
  ...[
    '\u00A0',
    '\u2028',
    '\u200B',
    '\uFEFF',
    '**',
    '~~',
    '`` ',
    '  ',
    '](',
    '![',
    '<br>',
    '&amp;',
    '&#32;',
  ],
  ...[
    'https://a.de',
    'http://a.de',
    'www.a.de',
    'a@b.de',
    '- ',
    '1. ',
    '1) ',
    '# ',
    '> ',
    '[ ] ',
    '---',
    '<!--',
  ],
]
const words = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 8 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom('Wort', ' ', 'noch', ', '), {
        minLength: 1,
        maxLength: 6,
      }),
    },
  )
  .map((parts) => parts.join(''))
const address = fc.oneof(
  fc.constantFrom(
    'https://example.org/a?b=1&copy=2',
    'mailto:a@b.de',
    '/plg/x',
    '#abschnitt-1',
    'https://a.de',
  ),
  words.map((path) => `https://example.org/${path}`).filter(isSafeAddress),
)
const mark = fc.oneof(
  fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'strike' }),
  address.map((href) => ({ type: 'link', attrs: { href } })),
)
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
const withMarks = (leaf: fc.Arbitrary<Content>) =>
  fc.tuple(leaf, marks).map(([node, all]) => (all.length > 0 ? { ...node, marks: all } : node))

const leaf: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: withMarks(words.map((text) => ({ type: 'text', text }))) },
  {
    weight: 1,
    arbitrary: words.map((text) => ({ type: 'text', text, marks: [{ type: 'code' }] })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.uuid(), fc.constantFrom('topic', 'person', 'lesson-concept'))
      .map(([id, kind]) => ({ type: 'mention', attrs: { kind, id } })),
  },
)
const inline = fc.array(leaf, { maxLength: 5 })
const paragraph = inline.map((content): Content => ({ type: 'paragraph', content }))
const heading = fc
  .tuple(fc.constantFrom(2, 3, 4), inline)
  .map(([level, content]): Content => ({ type: 'heading', attrs: { level }, content }))
const codeBlock = fc
  .tuple(
    fc.constantFrom(null, 'ts', 'c++'),
    fc.option(fc.array(fc.constantFrom(...NASTY, '\n', '```'), { minLength: 1 })),
  )
  .map(([language, lines]): Content => ({
    type: 'codeBlock',
    attrs: { language },
    ...(lines && { content: [{ type: 'text', text: lines.join('') }] }),
  }))
const picture = fc
  .record({
    file: fc.uuid(),
    alt: words,
    decorative: fc.boolean(),
    size: fc.option(fc.integer({ min: 1, max: 9000 })),
  })
  .map(({ size, ...attrs }): Content => ({
    type: 'image',
    attrs: { ...attrs, width: size, height: size },
  }))
/** Markdown itself cannot say this in a table. */
const isSayable = (inside: Content) =>
  !inside.content?.some(({ text, marks }) => marks?.[0]?.type === 'code' && text?.includes('\\'))
const cell = (type: string) =>
  fc
    .oneof(paragraph.filter(isSayable), picture)
    .map((inside): Content => ({ type, content: [inside] }))
const table = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const row = (type: string) =>
    fc
      .array(cell(type), { minLength: columns, maxLength: columns })
      .map((content): Content => ({ type: 'tableRow', content }))
  return fc
    .tuple(row('tableHeader'), fc.array(row('tableCell'), { maxLength: 2 }))
    .map(([head, rows]): Content => ({ type: 'table', content: [head, ...rows] }))
})

const { block } = fc.letrec<{ block: Content }>((tie) => {
  const inside = (maxLength: number) => fc.array(tie('block'), { maxLength })
  const item = (type: string, attrs?: fc.Arbitrary<Content['attrs']>) =>
    fc
      .tuple(paragraph, inside(2), attrs ?? fc.constant(undefined))
      .map(([first, rest, of]): Content => ({
        type,
        ...(of && { attrs: of }),
        content: [first, ...rest],
      }))
  const list = (type: string, of: fc.Arbitrary<Content>) =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((content): Content => ({ type, content }))
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      heading,
      codeBlock,
      picture,
      table,
      fc.constant<Content>({ type: 'horizontalRule' }),
      fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .map((content): Content => ({ type: 'blockquote', content })),
      list('bulletList', item('listItem')),
      list('taskList', item('taskItem', fc.record({ checked: fc.boolean() }))),
      fc
        .tuple(list('orderedList', item('listItem')), fc.integer({ min: 0, max: 12 }))
        .map(([made, start]) => ({ ...made, attrs: { start } })),
    ),
  }
})
const document = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => checkContent({ type: 'doc', content }))

test('what Markdown has a form for comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (content) => {
      expect(lostInMarkdown(content)).toEqual([])
      const text = await toMarkdown(content, { mentions: new Map() })
      const again = await fromMarkdown(text)
      expect(plainForm(again), text).toEqual(plainForm(content))
    }),
    { numRuns: Number(process.env.RUNS ?? 300), interruptAfterTimeLimit: 500_000 },
  )
})
void survivesMarkdown
