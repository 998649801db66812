import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Content } from './contract.ts'
import { fromDocx, withFiles } from './docx-in.ts'
import { nodesOf, wordsOf } from './text.ts'
import { drawing, paragraph as p, relation, wordFile } from './zip-for-tests.ts'

const GERMAN = {
  Titel: 'Titel',
  berschrift1: 'Überschrift 1',
  berschrift3: 'heading 3',
  Zitat: 'Zitat',
  Listenabsatz: 'Listenabsatz',
  Aufzhlung: 'Aufzählungszeichen',
}
const all = (content: Content, type: string) =>
  [...nodesOf(content)].filter((node) => node.type === type)
const attrsOf = (content: Content, type: string) => all(content, type).map(({ attrs }) => attrs)
const png = (size = 8) =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#a00' } })
    .png()
    .toBuffer()

describe('what Word says in German', () => {
  test('title, headings without a gap, quotes, lists', async () => {
    const { title, content, report } = await fromDocx(
      wordFile({
        styles: GERMAN,
        body:
          p('Medienkonzept', 'Titel') +
          p('Ziele', 'berschrift1') +
          p('Genauer', 'berschrift3') +
          p('So steht es da', 'Zitat') +
          p('Punkt', 'Aufzhlung') +
          p('Absatz', 'Listenabsatz'),
      }),
    )
    expect(title).toBe('Medienkonzept')
    expect(attrsOf(content, 'heading')).toEqual([{ level: 2 }, { level: 3 }])
    expect(content.content?.map(({ type }) => type)).toEqual([
      ...['heading', 'heading', 'blockquote', 'bulletList', 'paragraph'],
    ])
    expect(report).toMatchObject({ headings: 2, tables: 0, pictures: 0, notes: [] })
  })

  test('changes are accepted, comments and footnotes are spoken of', async () => {
    const { content, report } = await fromDocx(
      wordFile({
        body:
          '<w:p><w:r><w:t>alt </w:t></w:r><w:ins w:id="1"><w:r><w:t>neu</w:t></w:r></w:ins>' +
          '<w:del w:id="2"><w:r><w:delText>weg</w:delText></w:r></w:del>' +
          '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        relations:
          relation('c', 'comments', 'comments.xml') + relation('f', 'footnotes', 'footnotes.xml'),
        more: [
          {
            name: 'word/comments.xml',
            bytes: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="X"><w:p/></w:comment></w:comments>`,
          },
          {
            name: 'word/footnotes.xml',
            bytes: `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${p('Quelle dazu')}</w:footnote></w:footnotes>`,
          },
        ],
      }),
    )
    expect(wordsOf(content)).toMatch(/^alt neu\[1\]\nQuelle dazu/)
    expect(report.notes).toEqual([
      'Nachverfolgte Änderungen wurden angenommen.',
      '1 Kommentar wurde nicht übernommen.',
      '1 Fußnote steht jetzt am Ende des Textes.',
    ])
  })

  const cell = (inside: string) => `<w:tc>${inside}</w:tc>`
  const row = (cells: string, head = '') =>
    `<w:tr>${head && `<w:trPr>${head}</w:trPr>`}${cells}</w:tr>`
  const bold = (words: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r></w:p>`
  const body = row(cell(p('c')) + cell(p('d')))
  test.each([
    [
      'as Word says',
      row(cell(p('a')) + cell(p('b')), '<w:tblHeader/>'),
      ['tableHeader', 'tableHeader'],
      0,
    ],
    [
      'as bold words say',
      row(cell(bold('a')) + cell(bold('b'))),
      ['tableHeader', 'tableHeader'],
      0,
    ],
    ['none', row(cell(p('a')) + cell(bold('b'))), ['tableCell', 'tableCell'], 1],
    [
      'none, as Word says',
      row(cell(p('a')) + cell(p('b')), '<w:tblHeader w:val="false"/>'),
      ['tableCell', 'tableCell'],
      1,
    ],
  ])('the head of a table: %s', async (_what, first, kinds, notes) => {
    const { content, report } = await fromDocx(wordFile({ body: `<w:tbl>${first}${body}</w:tbl>` }))
    const [head, ...rest] = all(content, 'tableRow')
    expect(head?.content?.map(({ type }) => type)).toEqual(kinds)
    expect(rest.flatMap((line) => line.content?.map(({ type }) => type))).toEqual([
      'tableCell',
      'tableCell',
    ])
    expect(all(content, 'text').some(({ marks }) => marks)).toBe(
      kinds[0] === 'tableCell' && first.includes('<w:b/>'),
    )
    expect(report.notes).toHaveLength(notes)
  })

  test('pictures by a stand-in, with and without a description; those from the web are not fetched', async () => {
    const { content, pictures, report } = await fromDocx(
      wordFile({
        body:
          drawing('p1', 'Ein Bruch') +
          drawing('p1') +
          drawing('p2', 'Vektor') +
          drawing('w1', 'Hund', 'r:link') +
          drawing('p3', 'Ein Bild, das Text enthält.&#xA;&#xA;Automatisch generierte Beschreibung'),
        relations:
          relation('p1', 'image', 'media/a.png') +
          relation('p2', 'image', 'media/b.emf') +
          relation('p3', 'image', 'media/c.png') +
          relation('w1', 'image', 'https://example.org/hund.png', true),
        more: [
          { name: 'word/media/a.png', bytes: await png() },
          { name: 'word/media/b.emf', bytes: 'kein Bild' },
          { name: 'word/media/c.png', bytes: await png(9) },
        ],
      }),
    )
    expect(attrsOf(content, 'image').map((attrs) => attrs?.alt)).toEqual([
      ...['Ein Bruch', '', 'Ein Bild, das Text enthält.'],
    ])
    expect(pictures.map(({ type, alt }) => [type, alt])).toEqual([
      ['image/png', 'Ein Bruch'],
      ['image/png', expect.stringContaining('Ein Bild')],
    ])
    expect(report).toMatchObject({ pictures: 3, picturesWithoutAlt: 1 })
    expect(report.notes).toEqual([
      '1 Bild aus dem Internet wurde nicht geladen.',
      '1 Bild hat ein Format, das Browser nicht zeigen, und fehlt.',
      '1 Bildbeschreibung hat Word selbst erzeugt. Bitte prüfen Sie sie.',
    ])
    const file = 'a8a5a0f0-0f0e-4b8e-8d1c-2f4a5b6c7d8e'
    const stored = withFiles(
      content,
      new Map([[pictures[0]?.id ?? '', { id: file, width: 8, height: 8 }]]),
    )
    expect(attrsOf(stored, 'image')).toEqual([
      expect.objectContaining({ file, alt: 'Ein Bruch', width: 8 }),
      expect.objectContaining({ file, alt: '' }),
    ])
  })

  test('links that are none of ours', async () => {
    const link = (id: string) =>
      `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${id}</w:t></w:r></w:hyperlink></w:p>`
    const { content, report } = await fromDocx(
      wordFile({
        body: ['ok', 'js', 'old', 'file', 'odd'].map(link).join(''),
        relations:
          relation('ok', 'hyperlink', 'https://example.org/', true) +
          relation('js', 'hyperlink', 'javascript:alert(1)', true) +
          relation('old', 'hyperlink', 'http://example.org/', true) +
          relation('file', 'hyperlink', 'file:///etc/passwd', true) +
          relation('odd', 'hyperlink', 'https://[kaputt', true),
      }),
    )
    const links = all(content, 'text').map(({ text, marks }) => [text, marks?.[0]?.attrs?.href])
    expect(links).toEqual([
      ['ok', 'https://example.org/'],
      ['js', undefined],
      ['old', 'https://example.org/'],
      ['file', undefined],
      ['odd', undefined],
    ])
    expect(report.notes).toContain('1 Link beginnt jetzt mit https:// statt http://.')
  })
})
