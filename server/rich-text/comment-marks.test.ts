import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContent } from './check.ts'
import { showThreads, threadsAt } from './comment-marks.ts'
import type { Content, Mark } from './contract.ts'
import { renderContent, type StoredHtml } from './render.ts'

const A = '0b0e7d8e-1111-4aaa-8aaa-000000000001'
const B = '0b0e7d8e-2222-4aaa-8aaa-000000000002'
const C = '0b0e7d8e-3333-4aaa-8aaa-000000000003'

const comment = (thread: string): Mark => ({ type: 'comment', attrs: { thread } })
const link: Mark = { type: 'link', attrs: { href: 'https://schule.example/' } }
const text = (words: string, ...marks: Mark[]): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })
const rendered = (...content: Content[]) => renderContent(checkContent({ type: 'doc', content }))
const linkTo = (thread: string, number: number) =>
  `<a class="kommentar-nummer" id="stelle-${thread}" href="#kommentar-${thread}"><span class="sr-only">Kommentar </span>${number}</a>`
const mark = (thread: string, words: string) =>
  `<mark class="kommentar" data-thread="${thread}">${words}</mark>`

test('threads are found in the order of the text, each once', () => {
  const html = rendered(
    paragraph(text('eins', comment(B)), text(' und '), text('zwei', comment(A))),
    paragraph(text('drei', comment(B))),
  )
  expect(threadsAt(html)).toEqual([B, A])
  expect(threadsAt(rendered(paragraph(text('ohne'))))).toEqual([])
})

test('words of open threads stay marked, with one number at their end; all others are plain', () => {
  const html = rendered(
    paragraph(text('eins', comment(A)), text('fett', comment(A), { type: 'bold' })),
    paragraph(text('erledigt', comment(B))),
  )
  expect(showThreads(html, [{ id: A, number: 1 }])).toBe(
    `<p>${mark(A, 'eins')}<strong>${mark(A, 'fett')}${linkTo(A, 1)}</strong></p><p>erledigt</p>`,
  )
})

test('overlapping threads are told apart', () => {
  const html = rendered(
    paragraph(text('a', comment(A)), text('ab', comment(A), comment(B)), text('b', comment(B))),
  )
  expect(showThreads(html, [{ id: B, number: 7 }])).toBe(
    `<p>a${mark(B, 'ab')}${mark(B, 'b')}${linkTo(B, 7)}</p>`,
  )
  expect(showThreads(html, [{ id: A, number: 7 }])).toBe(
    `<p>${mark(A, 'a')}${mark(A, 'ab')}${linkTo(A, 7)}b</p>`,
  )
})

test('no link is put into a link', () => {
  const html = rendered(paragraph(text('Seite', comment(A), link), text(' danach')))
  expect(showThreads(html, [{ id: A, number: 1 }])).toMatch(
    new RegExp(`^<p><a [^>]*>${mark(A, 'Seite')}</a>${linkTo(A, 1)} danach</p>$`),
  )
})

test('a thread that has no number yet is shown by nobody, and the letters of an id do not matter', () => {
  const html = rendered(paragraph(text('eins', comment(A.toUpperCase()))))
  expect(threadsAt(html)).toEqual([A])
  expect(showThreads(html, [{ id: A, number: null }])).toBe('<p>eins</p>')
  expect(showThreads(html, [{ id: A, number: 2 }])).toContain(linkTo(A, 2))
})

test('what people type as tags stays what they typed', () => {
  const words = `</mark><mark class="kommentar" data-thread="${A}">x</mark></a><script>`
  const image = { type: 'image', attrs: { file: A, alt: words, decorative: false } }
  const plain = rendered(paragraph(text(words)), image)
  expect(showThreads(plain, [{ id: A, number: 1 }])).toBe(plain)
  const marked = rendered(paragraph(text(words, comment(B))), image)
  expect(showThreads(marked, [])).toBe(plain)
})

const anyMark = fc.constantFrom(comment(A), comment(B), comment(C), link, { type: 'bold' })
const anyWords = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
const anyText = fc
  .tuple(anyWords, fc.uniqueArray(anyMark, { selector: (one) => JSON.stringify(one) }))
  .map(([words, marks]) => text(words, ...marks))
const anyHtml = fc
  .array(
    fc.array(anyText, { minLength: 1, maxLength: 6 }).map((all) => paragraph(...all)),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) => rendered(...all))

const stripped = (html: string, pattern: RegExp) => html.replace(pattern, '') as StoredHtml
const MARKS = /<\/?mark[^>]*>/g
const NUMBERS = /<a class="kommentar-nummer".*?<\/a>/g

test('whatever the text, only our own marks and numbers change, and tags stay in balance', () => {
  fc.assert(
    fc.property(anyHtml, fc.subarray([A, B, C]), (html, open) => {
      const threads = open.map((id, at) => ({ id, number: at + 1 }))
      const shown = showThreads(html, threads)
      expect(stripped(stripped(shown, NUMBERS), MARKS)).toBe(stripped(html, MARKS))
      expect(threadsAt(shown)).toEqual(threadsAt(html).filter((id) => open.includes(id)))
      expect(shown.match(/<mark/g)?.length).toBe(shown.match(/<\/mark/g)?.length)
      for (const id of open)
        expect(shown.split(`id="stelle-${id}"`).length - 1).toBe(
          threadsAt(html).includes(id) ? 1 : 0,
        )
      expect(depthOfLinks(shown)).toBeLessThanOrEqual(1)
    }),
  )
})

function depthOfLinks(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<a |<\/a>/g)) {
    depth += tag === '</a>' ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
