import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkContent } from './check.ts'
import type { Content } from './contract.ts'
import { fromDocx } from './docx-in.ts'
import { toDocx, type WordOptions } from './docx-out.ts'
import { shownLevels, nodesOf } from './text.ts'
import { openZip } from './reader/zip.mjs'

const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const GONE = '11111111-2222-4333-8444-555555555555'
const text = (words: string, ...marks: Content['marks'] & object): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (...words: string[]) => block('paragraph', ...words.map((word) => text(word)))
const heading = (level: number, words: string): Content => ({
  ...block('heading', text(words)),
  attrs: { level },
})
const doc = (...content: Content[]) => checkContent(block('doc', ...content))
const row = (type: string, ...words: string[]) =>
  block('tableRow', ...words.map((word) => block(type, p(word))))

let png: Buffer
let webp: Buffer
beforeAll(async () => {
  const picture = sharp({ create: { width: 1600, height: 800, channels: 3, background: '#059' } })
  png = await picture.png().toBuffer()
  webp = await picture.webp().toBuffer()
})
const options = (more: Partial<WordOptions> = {}): WordOptions => ({
  title: 'Unterrichtsplan Brüche',
  mentions: new Map([[`topic:${ID}`, { title: 'Faltungen', path: '/plg/x' }]]),
  picture: (file) =>
    Promise.resolve(
      file === GONE ? null : { bytes: png, type: 'image/png', width: 1600, height: 800 },
    ),
  date: new Date('2026-11-22T10:00:00Z'),
  ...more,
})
/** The parts of the file, as text. */
async function partsOf(content: Content, more: Partial<WordOptions> = {}) {
  const zip = openZip(await toDocx(checkContent(content), options(more)))
  return (name: string) => zip.text(name)
}

describe('what Word finds in the file', () => {
  test('German, a title, real headings without a gap, page numbers, A4', async () => {
    const part = await partsOf(doc(heading(3, 'Ziele'), heading(2, 'Weg'), heading(4, 'Genauer')))
    const body = part('word/document.xml')
    expect(part('word/styles.xml')).toContain('<w:lang w:val="de-DE"')
    expect([...body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)).toEqual([
      ...['Title', 'Heading1', 'Heading1', 'Heading2'],
    ])
    expect(part('word/styles.xml')).toContain('w:styleId="Heading1"')
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(part('word/footer1.xml')).toMatch(/Stand 22\. November 2026 · Seite .*PAGE.*NUMPAGES/s)
    expect(part('docProps/core.xml')).toContain('<dc:title>Unterrichtsplan Brüche</dc:title>')
  })

  test('lists that are lists, with their numbers and depths', async () => {
    const list: Content = {
      ...block(
        'orderedList',
        block('listItem', p('vier'), block('bulletList', block('listItem', p('tief')))),
      ),
      attrs: { start: 4 },
    }
    const part = await partsOf(doc(list))
    expect(part('word/document.xml').match(/<w:ilvl w:val="\d"\/>/g)).toEqual([
      ...['<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>'],
    ])
    expect(part('word/numbering.xml')).toContain('<w:start w:val="4"/>')
  })

  test('the head of a table again on each page, merged cells, pictures with their words', async () => {
    const merged: Content = { ...block('tableCell', p('beide')), attrs: { colspan: 2, rowspan: 1 } }
    const part = await partsOf(
      doc(
        block('table', row('tableHeader', 'Phase', 'Zeit'), block('tableRow', merged)),
        { type: 'image', attrs: { file: ID, alt: 'Ein "Bruch" & <mehr>' } },
        { type: 'image', attrs: { file: ID, decorative: true } },
        { type: 'image', attrs: { file: GONE, alt: 'Hund' } },
      ),
    )
    const body = part('word/document.xml')
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body).toContain('<w:gridSpan w:val="2"/>')
    expect(body).toContain('descr="Ein &quot;Bruch&quot; &amp; &lt;mehr&gt;"')
    expect(body.match(/<adec:decorative [^>]*val="1"\/>/g)).toHaveLength(1)
    expect(body).toContain('[Bild: Hund]')
    expect(body).toMatch(/<wp:extent cx="5715000" cy="2857500"\/>/)
  })

  test('links with an address, names of what is mentioned, no comments', async () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } })
    const content = doc(
      block(
        'paragraph',
        text('aussen', link('https://example.org/?a=1&b=2')),
        text('innen', link('/plg/x')),
        text('oben', link('#abschnitt-1')),
        text('gesagt', { type: 'comment', attrs: { thread: ID } }),
        { type: 'mention', attrs: { kind: 'topic', id: ID } },
        { type: 'mention', attrs: { kind: 'topic', id: GONE } },
      ),
    )
    const part = await partsOf(content, { origin: 'https://lernen25.example' })
    const targets = [...part('word/_rels/document.xml.rels').matchAll(/Target="(https[^"]+)"/g)]
    expect(targets.map(([, target]) => target)).toEqual([
      ...['https://example.org/?a=1&amp;b=2', 'https://lernen25.example/plg/x'],
    ])
    expect(part('word/document.xml')).toContain('@Faltungen')
    expect(part('word/document.xml')).toContain('@Verweis')
    expect(part('word/document.xml')).not.toContain('omment')
  })

  test('letters that XML does not know are left out', async () => {
    const part = await partsOf(doc(p('a\u0001b\uFFFEc')), { title: 'T\u0008' })
    expect(part('word/document.xml')).toContain('>abc<')
  })

  test('pictures that Word does not open are turned into such', async () => {
    const bytes = await toDocx(
      doc({ type: 'image', attrs: { file: ID, alt: 'x' } }),
      options({
        picture: () => Promise.resolve({ bytes: webp, type: 'image/webp', width: 10, height: 5 }),
      }),
    )
    expect(openZip(bytes).names.filter((name: string) => name.endsWith('.jpg'))).toHaveLength(1)
  })
})

/** What has to be there again after a way through Word: as people see it, without what Word has no word for. */
function seen(content: Content) {
  const levels = shownLevels(content)
  return [...nodesOf(content)].flatMap((node) => {
    const words = (node.content ?? []).map(({ text: plain }) => plain ?? '').join('')
    if (node.type === 'heading') return [`h${levels.shift()} ${words}`]
    if (node.type === 'image')
      return [`img ${String(node.attrs?.alt)}|${String(node.attrs?.decorative)}`]
    if (node.type === 'paragraph' || node.type === 'codeBlock') return [`${node.type} ${words}`]
    if (node.type === 'taskItem') return [`task ${String(node.attrs?.checked)}`]
    return ['text', 'hardBreak', 'doc'].includes(node.type) ? [] : [node.type]
  })
}

const words = fc.stringMatching(/^[A-Za-zäöüß&<"'][A-Za-zäöüß&<"' ]{0,12}[a-zß]$/)
const paragraph = words.map((word) => p(word))
const item = (type: string, attrs?: object) =>
  fc.tuple(paragraph, fc.option(paragraph)).map(([first, more]): Content => ({
    ...block(type, first, ...(more ? [more] : [])),
    ...(attrs && { attrs: { ...attrs } }),
  }))
const list = fc.oneof(
  fc
    .array(item('listItem'), { minLength: 1, maxLength: 3 })
    .map((all) => block('bulletList', ...all)),
  fc
    .array(item('listItem'), { minLength: 1, maxLength: 3 })
    .map((all) => block('orderedList', ...all)),
  fc
    .array(fc.oneof(item('taskItem', { checked: true }), item('taskItem', { checked: false })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => block('taskList', ...all)),
)
const nested = fc.tuple(list, list).map(([outer, inner]) => {
  const [first, ...rest] = outer.content ?? []
  return {
    ...outer,
    content: [{ ...first, content: [...(first?.content ?? []), inner] } as Content, ...rest],
  }
})
const table = fc
  .tuple(fc.tuple(words, words), fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }))
  .map(([head, rows]) =>
    block('table', row('tableHeader', ...head), ...rows.map((cells) => row('tableCell', ...cells))),
  )
const picture = fc.tuple(words, fc.boolean()).map(([alt, decorative]): Content => ({
  type: 'image',
  attrs: { file: ID, alt: decorative ? '' : alt, decorative },
}))
const anyBlock = fc.oneof(paragraph, list, nested, table, picture, block_('blockquote'), code())
function block_(type: string) {
  return paragraph.map((inside) => block(type, inside))
}
function code() {
  return fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((lines) => block('codeBlock', text(lines.join('\n'))))
}
/** A heading before each block: lists and quotes that touch are one in Word. */
const documents = fc
  .array(fc.tuple(fc.constantFrom(2, 3, 4), words, anyBlock), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flatMap(([level, words_, inside]) => [heading(level, words_), inside]))

test('out and in again: headings, lists, tasks, tables, quotes, code, pictures and their descriptions', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (blocks) => {
      const content = doc(...blocks)
      const { title, content: again } = await fromDocx(await toDocx(content, options()))
      expect(title).toBe('Unterrichtsplan Brüche')
      expect(seen(again)).toEqual(seen(content))
    }),
    { numRuns: Number(process.env.RUNS ?? 12) },
  )
}, 300_000)

test('tables of any shape become a file that opens', async () => {
  const cell = fc
    .record({ colspan: fc.integer({ min: 1, max: 5 }), rowspan: fc.integer({ min: 1, max: 5 }) })
    .map((attrs): Content => ({ ...block('tableCell', p('x')), attrs }))
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const shape = block('table', ...cells.map((line) => block('tableRow', ...line)))
      const part = await partsOf(doc(shape))
      expect(part('word/document.xml').match(/<w:t [^>]*>x</g)).toHaveLength(cells.flat().length)
    }),
    { numRuns: 60 },
  )
}, 60_000)
