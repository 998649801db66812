import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkContent } from './check.ts'
import { type Content, CONTENT_LIMITS } from './contract.ts'
import { fromMarkdown, survivesMarkdown, toMarkdown } from './markdown.ts'
import { plainForm } from './markdown-loss.ts'
import { nodesOf, wordsOf } from './text.ts'

const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const text = (words: string, ...marks: string[]): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (...words: string[]) => block('paragraph', ...words.map((word) => text(word)))
const doc = (...content: Content[]) => checkContent(block('doc', ...content))
const row = (type: string, ...cells: Content[]) =>
  block('tableRow', ...cells.map((cell) => block(type, cell)))
const kinds = (content: Content) => [...nodesOf(content)].map(({ type }) => type)
const levels = (content: Content) =>
  [...nodesOf(content)].filter(({ type }) => type === 'heading').map(({ attrs }) => attrs?.level)

describe('what people read in the simple form', () => {
  test('is Markdown as they know it', async () => {
    const content = doc(
      { ...block('heading', text('Einstieg')), attrs: { level: 2 } },
      block('paragraph', text('Wir '), text('falten', 'bold'), text(' Papier.')),
      block(
        'bulletList',
        block('listItem', p('eins'), block('bulletList', block('listItem', p('zwei')))),
      ),
      block(
        'taskList',
        { ...block('taskItem', p('Papier')), attrs: { checked: true } },
        { ...block('taskItem', p('Schere')), attrs: { checked: false } },
      ),
      block(
        'table',
        row('tableHeader', p('Phase'), p('Zeit')),
        row('tableCell', p('Start'), p('10 min')),
      ),
      { type: 'image', attrs: { file: ID, alt: 'Ein Bruch', width: 800, height: 600 } },
      { type: 'image', attrs: { file: ID, decorative: true } },
      block('paragraph', text('Siehe '), { type: 'mention', attrs: { kind: 'topic', id: ID } }),
    )
    const names = new Map([[`topic:${ID}`, { title: 'Brüche [neu]', path: '/plg/x' }]])
    expect(await toMarkdown(content, { mentions: names })).toBe(`## Einstieg

Wir **falten** Papier.

- eins
  - zwei

* [x] Papier
* [ ] Schere

| Phase | Zeit |
| - | - |
| Start | 10 min |

![Ein Bruch](/dateien/${ID}#800x600)

![](/dateien/${ID} "schmückend")

Siehe [@Brüche \\[neu\\]](verweis:topic/${ID})
`)
  })

  test('does not name what its reader may not know', async () => {
    const content = doc(block('paragraph', { type: 'mention', attrs: { kind: 'topic', id: ID } }))
    const words = await toMarkdown(content, { mentions: new Map() })
    expect(words).toBe(`[@Verweis](verweis:topic/${ID})\n`)
    expect(await fromMarkdown(words)).toEqual(content)
  })
})

describe('what people type', () => {
  test.each([
    ['a title with one mark moves all one down', '# A\n## B\n#### C\n# D', [2, 3, 4, 2]],
    ['one mark further below is a chapter', '## A\n### B\n# C', [2, 3, 2]],
    ['more marks than levels', '## A\n###### B', [2, 4]],
    ['under a title no level is left out', '# A\n### B\n###### C', [2, 3, 4]],
  ])('headings: %s', async (_what, words, expected) => {
    expect(levels(await fromMarkdown(words))).toEqual(expected)
  })

  test('raw HTML stays text, also as a block, with Markdown in it', async () => {
    const content = await fromMarkdown(
      '<div onclick="x()">**fett**</div>\n\n<script>alert(1)</script>',
    )
    expect(wordsOf(content)).toBe('<div onclick="x()">fett</div>\n<script>alert(1)</script>')
  })

  test('pictures from elsewhere and unsafe addresses', async () => {
    const content = await fromMarkdown(
      '![Hund](https://example.org/hund.png) [x](javascript:alert(1)) ![y](data:image/png;base64,AA) http://alt.example',
    )
    expect(kinds(content)).not.toContain('image')
    const links = [...nodesOf(content)].flatMap(({ marks = [] }) =>
      marks.map(({ attrs }) => attrs?.href),
    )
    expect(links).toEqual(['https://example.org/hund.png'])
    expect(wordsOf(content)).toContain('x (javascript:alert(1))')
    expect(wordsOf(content)).toContain('http://alt.example')
  })

  test('a picture among words stands between them', async () => {
    const content = await fromMarkdown(`vorher ![Bruch](/dateien/${ID}) nachher`)
    expect(kinds(content)).toEqual(['doc', 'paragraph', 'text', 'image', 'paragraph', 'text'])
  })

  test.each([
    ['a picture without an id', '![x](/dateien/../geheim)'],
    ['a mention without an id', '[@x](verweis:topic/1)'],
    ['a mention of no kind', `[@x](verweis:__proto__/${ID})`],
  ])('%s stays words', async (_what, words) => {
    const content = await fromMarkdown(words)
    expect(kinds(content).filter((type) => type === 'image' || type === 'mention')).toEqual([])
  })

  test('a table with rows of different lengths is filled up', async () => {
    const content = await fromMarkdown('| a | b |\n| - | - |\n| c |\n')
    const cells = kinds(content).filter((type) => type.startsWith('table'))
    expect(cells).toEqual([
      ...['table', 'tableRow', 'tableHeader', 'tableHeader', 'tableRow', 'tableCell', 'tableCell'],
    ])
  })

  test('tasks and points in one list become two', async () => {
    const content = await fromMarkdown('- [ ] a\n- b\n')
    expect(content.content?.map(({ type }) => type)).toEqual(['taskList', 'bulletList'])
  })

  test('addresses by name, given below', async () => {
    const content = await fromMarkdown('[Quelle][q]\n\n[q]: https://example.org')
    expect(content.content?.[0]?.content?.[0]?.marks?.[0]?.attrs?.href).toBe('https://example.org')
    expect(content.content).toHaveLength(1)
  })
})

describe('signs that nobody meant as an address', () => {
  const link = { type: 'link', attrs: { href: 'https://example.org' } }
  test.each([
    ['in angle brackets', block('paragraph', text('<$@6>*'))],
    [
      'of a person, in angle brackets',
      block('paragraph', text('Mail an <kim.muster@schule.example>')),
    ],
    ['inside a link', block('paragraph', { ...text('<!@x>'), marks: [link] })],
  ])('%s', async (_what, node) => {
    const words = await toMarkdown(doc(node), { mentions: new Map() })
    expect(plainForm(await fromMarkdown(words)), words).toEqual(plainForm(doc(node)))
  })
  test('what is smaller stays readable', async () => {
    expect(await toMarkdown(doc(p('1 < 2, a<b')), { mentions: new Map() })).toContain('1 < 2')
  })
})

describe('why the simple form cannot be offered', () => {
  const commented = { type: 'comment', attrs: { thread: ID } }
  const merged: Content = {
    ...block('tableHeader', p('a')),
    attrs: { colspan: 2, rowspan: 1 },
  }
  test.each([
    ['comments', block('paragraph', { ...text('x'), marks: [commented] }), /Kommentare/],
    ['merged cells', block('table', block('tableRow', merged)), /verbundene Zellen/],
    ['no header row', block('table', row('tableCell', p('a'))), /keine einfache Kopfzeile/],
    [
      'header cells at the side',
      block('table', block('tableRow', block('tableHeader', p('a')), block('tableCell', p('b')))),
      /keine einfache Kopfzeile/,
    ],
    [
      'two paragraphs in a cell',
      block('table', block('tableRow', block('tableHeader', p('a'), p('b')))),
      /mehr als ein Absatz/,
    ],
    [
      'uneven rows',
      block('table', row('tableHeader', p('a'), p('b')), row('tableCell', p('c'))),
      /verschieden vielen/,
    ],
    ['what only trying shows', p('ein\nZeilenende'), /nicht wiedergeben/],
  ])('%s', async (_what, node, sentence) => {
    const sentences = await survivesMarkdown(doc(node))
    expect(sentences).toEqual([expect.stringMatching(sentence)])
  })
})

describe('whatever is pasted', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...'>-*#|`[](){}!<&\\\n\t 1.:=~_a\r\0'), { maxLength: 200 })
      .map((all) => all.join('')),
  )
  test('becomes a text of ours', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (words) => {
        const content = await fromMarkdown(words)
        expect(checkContent(content)).toEqual(content)
      }),
      { numRuns: 300 },
    )
  })

  test('broken letters are replaced', async () => {
    expect(wordsOf(await fromMarkdown('a\uD800b\0c'))).toBe('a\uFFFDb\uFFFDc')
  })

  test('more than a document holds is refused', async () => {
    await expect(fromMarkdown('ä'.repeat(CONTENT_LIMITS.bytes / 2 + 1))).rejects.toThrow(/zu lang/)
  })

  test('quotes and lists deeper than a text may be keep their words', async () => {
    const deep = `${'> '.repeat(100)}unten`
    expect(wordsOf(await fromMarkdown(deep))).toBe('unten')
    const lists = Array.from({ length: 80 }, (_, at) => `${'  '.repeat(at)}- ${at}`).join('\n')
    expect(wordsOf(await fromMarkdown(lists)).split('\n')).toHaveLength(80)
  })

  const MEGABYTE = CONTENT_LIMITS.bytes
  test.concurrent.each(['> ', '*a_', 'a\n=\n', '- a\n'])(
    'a megabyte of %j ends in time, and nobody else waits for it',
    async (unit) => {
      let longest = 0
      let last = performance.now()
      const pulse = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 20)
      const content = await fromMarkdown(unit.repeat(Math.floor(MEGABYTE / unit.length)))
      clearInterval(pulse)
      expect(kinds(content).length).toBeLessThanOrEqual(CONTENT_LIMITS.nodes)
      expect(longest).toBeLessThan(1_500)
    },
    30_000,
  )
})
