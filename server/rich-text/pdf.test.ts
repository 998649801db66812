import { existsSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import zlib from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import { checkContent } from './check.ts'
import type { Content } from './contract.ts'
import { pageHtml, type PaperOptions } from './page-html.ts'
import { closePdf, pdfIsPossible, toPdf } from './pdf.ts'
import { fillMentions, renderContent } from './render.ts'

const set = vi.hoisted(() => ({ chromiumPath: undefined as string | undefined }))
vi.mock('#server/platform/env.ts', () => ({ settings: () => set }))

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const GONE = '11111111-2222-4333-8444-555555555555'
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (words: string) => block('paragraph', { type: 'text', text: words })
const row = (type: string, ...words: string[]) =>
  block('tableRow', ...words.map((word) => block(type, p(word))))
const content = checkContent(
  block(
    'doc',
    { ...block('heading', { type: 'text', text: 'Einstieg' }), attrs: { level: 2 } },
    block(
      'paragraph',
      { type: 'text', text: 'Quelle', marks: [{ type: 'link', attrs: { href: '/plg/x' } }] },
      { type: 'mention', attrs: { kind: 'topic', id: ID } },
    ),
    block('taskList', { ...block('taskItem', p('Papier')), attrs: { checked: true } }),
    block('table', row('tableHeader', 'Phase', 'Zeit'), row('tableCell', 'Start', '10 min')),
    { type: 'image', attrs: { file: ID, alt: 'Ein "Bruch"' } },
    { type: 'image', attrs: { file: GONE, alt: 'weg' } },
  ),
)
let png: Buffer
beforeAll(async () => {
  png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#059' } })
    .png()
    .toBuffer()
})
const options = (more: Partial<PaperOptions> = {}): PaperOptions => ({
  title: 'Brüche </style><script>alert(1)</script>',
  about: 'PLG Brüche · Stand 22. November 2026',
  origin: 'https://lernen25.example',
  picture: (file) => Promise.resolve(file === GONE ? null : { bytes: png, type: 'image/png' }),
  ...more,
})
const rendered = () => fillMentions(renderContent(content), new Map())
const page = (more?: Partial<PaperOptions>) => pageHtml(rendered(), options(more))

describe('a page for paper', () => {
  test('is German, whole, and fetches nothing', async () => {
    const html = await page()
    expect(html).toContain('<html lang="de">')
    expect(html).not.toContain('<script')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).toContain('<h1>Brüche &lt;/style&gt;')
    expect(html).toContain('<a href="https://lernen25.example/plg/x"')
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="Ein &quot;Bruch&quot;">/)
    expect(html).toContain('Das Bild ist nicht mehr vorhanden.')
    expect(html).not.toMatch(/srcset|\/dateien\//)
  })

  test('repeats the head of a table, where it has one', async () => {
    expect(await page()).toContain('<table><thead><tr><th scope="col"><p>Phase</p></th>')
    const plain = '<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>' as SafeHtml
    expect(await pageHtml(plain, options())).toContain(plain)
  })
})

test('without a Chromium there is none', async () => {
  set.chromiumPath = undefined
  expect([pdfIsPossible(), await toPdf('<p>x')]).toEqual([false, null])
})

test('a Chromium that does not start is no error of the reader', async () => {
  set.chromiumPath = '/bin/false'
  expect(await toPdf('<p>x')).toBe(null)
}, 60_000)

/** What stands in a PDF, its packed parts unpacked. */
function inside(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: start }) => {
    try {
      return zlib
        .inflateSync(pdf.subarray(index + start.length), { finishFlush: 2 })
        .toString('latin1')
    } catch {
      return ''
    }
  })
  return text + streams.join('\n')
}
const utf16 = (words: string) =>
  `FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}`

describe.skipIf(!CHROMIUM)('with a Chromium (skipped where there is none)', () => {
  beforeAll(() => {
    set.chromiumPath = CHROMIUM
  })
  afterAll(closePdf)

  test('it is tagged, in German, with headings, table, description and outline', async () => {
    const pdf = (await toPdf(await page({ title: 'Brüche' }))) ?? Buffer.alloc(0)
    const all = inside(pdf)
    expect(all).toMatch(/^%PDF-/)
    expect(all).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    for (const part of ['/StructTreeRoot', '/Outlines', '/Lang (de)']) expect(all).toContain(part)
    for (const kind of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure', 'Link'])
      expect(all).toMatch(new RegExp(`/S\\s*/${kind}\\b`))
    expect(all.includes('/Alt (Ein "Bruch")') || all.includes(utf16('Ein "Bruch"'))).toBe(true)
    expect(all.includes('Brüche') || all.includes(utf16('Brüche'))).toBe(true)
  }, 60_000)

  test('scripts do not run and nobody is asked', async () => {
    let asked = 0
    const server = http.createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const pdf = await toPdf(
      `<!doctype html><html lang="de"><link rel="stylesheet" href="${there}/a.css"><img src="${there}/a.png">` +
        `<iframe src="file:///etc/passwd"></iframe><iframe src="${there}/b"></iframe>` +
        `<script>document.body.append('gelaufen'); fetch('${there}')</script><meta http-equiv="refresh" content="0;url=${there}"><p>Text`,
    )
    server.close()
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(asked).toBe(0)
  }, 60_000)

  test('several at once, and again after the browser has died', async () => {
    const html = await page()
    const made = await Promise.all(Array.from({ length: 5 }, () => toPdf(html)))
    expect(made.every((pdf) => pdf !== null)).toBe(true)
    await closePdf()
    expect(await toPdf(html)).not.toBe(null)
  }, 60_000)

  test('a text of 100 pages', async () => {
    const long = `<p>${'Wir haben die Brüche mit Papierstreifen gefaltet. '.repeat(12)}</p>`.repeat(
      480,
    )
    const begun = performance.now()
    const pdf = await toPdf(await pageHtml(long as SafeHtml, options()))
    expect(pdf).not.toBe(null)
    expect(performance.now() - begun).toBeLessThan(30_000)
  }, 60_000)
})
