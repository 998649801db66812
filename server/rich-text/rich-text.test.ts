import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BadContent, checkContent } from './check.ts'
import type { Content } from './contract.ts'
import { fillMentions, holesIn, renderContent } from './render.ts'
import { shownLevels, wordsOf } from './text.ts'
import { changeTo, contentOf, docFrom, stateOf } from './yjs.ts'

const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const text = (words: string, marks?: Content['marks']): Content => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (...content: Content[]) => block('paragraph', ...content)
const heading = (level: number, words: string): Content => ({
  ...block('heading', text(words)),
  attrs: { level },
})
const doc = (...content: Content[]) => block('doc', ...content)

const EVERYTHING = doc(
  heading(2, 'Einstieg'),
  p(
    text('Wir '),
    text('falten', [{ type: 'bold' }, { type: 'comment', attrs: { thread: ID } }]),
    text(' mit '),
    { type: 'mention', attrs: { kind: 'topic', id: ID } },
    { type: 'hardBreak' },
    text('Quelle', [{ type: 'link', attrs: { href: 'https://example.org/a?b=1&c' } }]),
  ),
  block(
    'bulletList',
    block('listItem', p(text('eins')), block('orderedList', block('listItem', p(text('zwei'))))),
  ),
  block('taskList', { ...block('taskItem', p(text('Papier holen'))), attrs: { checked: true } }),
  block('blockquote', p(text('Zitat'))),
  block('codeBlock', text('<b>')),
  block(
    'table',
    block(
      'tableRow',
      block('tableHeader', p(text('Phase'))),
      block('tableHeader', p(text('Zeit'))),
    ),
    block('tableRow', block('tableCell', p(text('Start'))), block('tableCell', p(text('10 min')))),
  ),
  { type: 'image', attrs: { file: ID, alt: 'Ein "Bruch"', width: 800, height: 600 } },
  { type: 'horizontalRule' },
)

test('what the editor can write passes, becomes Yjs and comes back the same', () => {
  const checked = checkContent(EVERYTHING)
  const { doc: shared } = docFrom(stateOf(checked), [])
  expect(contentOf(shared)).toEqual(checked)
})

test('renders without the editor, escaped, with holes for what has rights', () => {
  const html = renderContent(checkContent(EVERYTHING))
  expect(html).toContain('<h2 id="abschnitt-1">Einstieg</h2>')
  expect(html).toContain(
    `<mark class="kommentar" data-thread="${ID}"><strong>falten</strong></mark>`,
  )
  expect(html).toContain('<code>&lt;b&gt;</code>')
  expect(html).toContain('alt="Ein &quot;Bruch&quot;"')
  expect(html).toContain('<th scope="col"><p>Phase</p></th>')
  expect(html).toContain('href="https://example.org/a?b=1&amp;c"')
  expect(holesIn(html)).toEqual([{ thingKind: 'topic', thingId: ID }])
  const card = { word: 'Thema', title: 'A < B', path: '/plg/x' }
  expect(fillMentions(html, new Map([[`topic:${ID}`, card]]))).toContain(
    '<a class="verweis" href="/plg/x"><span class="verweis-art">Thema</span> A &lt; B</a>',
  )
  expect(fillMentions(html, new Map())).toContain('Verweis, den Sie nicht öffnen können')
})

test('a text cannot forge a hole', () => {
  const html = renderContent(
    checkContent(doc(p(text(`<l25-verweis kind="topic" id="${ID}"></l25-verweis>`)))),
  )
  expect(holesIn(html)).toEqual([])
})

test('headings are shown without jumps, whatever was deleted in between', () => {
  const levels = [4, 2, 4, 4, 3].map((level) => heading(level, 'H'))
  expect(shownLevels(doc(...levels))).toEqual([2, 2, 3, 4, 3])
})

test('the words of a text are its blocks, line by line', () => {
  expect(wordsOf(checkContent(EVERYTHING)).split('\n').slice(0, 3)).toEqual([
    'Einstieg',
    'Wir falten mit Quelle',
    'eins',
  ])
})

test('changing a shared document touches only what differs', () => {
  const { doc: shared } = docFrom(stateOf(checkContent(doc(p(text('eins')), p(text('zwei'))))), [])
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(shared))
  const change = changeTo(shared, checkContent(doc(p(text('eins')), p(text('zwei drei')))))
  const first = other.getXmlFragment('default').get(0) as Y.XmlElement
  ;(first.get(0) as Y.XmlText).insert(4, ' und mehr')
  Y.applyUpdate(other, change ?? new Uint8Array())
  expect(contentOf(other).content).toEqual([p(text('eins und mehr')), p(text('zwei drei'))])
  expect(changeTo(other, contentOf(other))).toBeNull()
})

const deep = () => {
  let node: Content = p(text('tief'))
  for (let i = 0; i < 10_000; i++) node = block('blockquote', node)
  return doc(node)
}
const link = (href: unknown) => doc(p(text('x', [{ type: 'link', attrs: { href } }])))
const parsed = (text: string): unknown => JSON.parse(text)
const HOSTILE: Record<string, unknown> = {
  nothing: null,
  'a string': 'doc',
  'an array': [],
  'an unknown node': doc(block('iframe')),
  'an inherited name': doc(block('constructor')),
  'an unknown mark': doc(p(text('x', [{ type: 'blink' }]))),
  'a script address': link('javascript:alert(1)'),
  'a script address with a tab': link('java\tscript:alert(1)'),
  'a data address': link('data:text/html,x'),
  'another host without scheme': link('//evil.example'),
  'plain http': link('http://evil.example'),
  'an address that is an object': link({ toString: 'x' }),
  'a level as text': doc({ ...heading(2, 'x'), attrs: { level: '2' } }),
  'level one': doc(heading(1, 'x')),
  'an attribute too many': doc({ ...p(), attrs: { style: 'x' } }),
  'an odd key': doc({ ...p(), onclick: 'x' } as Content),
  'a picture from elsewhere': doc({ type: 'image', attrs: { src: 'https://x.example/a.png' } }),
  'a picture without a file': doc({ type: 'image', attrs: { file: 'x' } }),
  'a mention of an odd kind': doc(p({ type: 'mention', attrs: { kind: '"><', id: ID } })),
  'text in the wrong place': doc(text('x')),
  'a table in a heading': doc(block('heading', block('table'))),
  'a prototype': parsed('{"type":"doc","content":[{"type":"paragraph","__proto__":{"x":1}}]}'),
  'attributes with a prototype': parsed(
    '{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"__proto__":{"x":1}}}]}',
  ),
  'ten thousand levels': deep(),
  'thirty thousand blocks': doc(...Array.from({ length: 30_000 }, () => p())),
  'ten megabytes': doc(p(text('x'.repeat(10 * 1024 * 1024)))),
  'half a letter': doc(p(text('\ud800'))),
  'a null byte': doc(p(text('a\0b'))),
}

test.each(Object.entries(HOSTILE))('refuses %s', (_name, given) => {
  expect(() => checkContent(given)).toThrow(BadContent)
})
