import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from './docx-in.ts'
import { pdfWith } from './pdf-for-tests.ts'
import { fromPdf } from './pdf-in.ts'

test('the words of a PDF, page by page', async () => {
  const read = await fromPdf(pdfWith(['Unser Medienkonzept', 'Zweite Seite']))
  expect(read).toEqual({ pages: ['Unser Medienkonzept', 'Zweite Seite'], count: 2 })
}, 30_000)

describe('files that are not read', () => {
  test.each([
    ['nothing', Buffer.alloc(0), /keine PDF/],
    ['a text', Buffer.from('Hallo'), /keine PDF/],
    ['a beginning alone', Buffer.from('%PDF-1.7\n'), /beschädigt/],
    ['too many pages', pdfWith(Array.from({ length: 401 }, () => 'x')), /400 Seiten/],
  ])(
    '%s',
    async (_what, bytes, sentence) => {
      const refused = await fromPdf(bytes).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(UnreadableFile)
      expect((refused as Error).message).toMatch(sentence)
    },
    30_000,
  )

  test('whatever is broken in it, it is a refusal or words', async () => {
    const whole = pdfWith(['Ziele', 'Wege'])
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const broken = Buffer.from(whole)
        for (const [at, byte] of bytes) broken[at] = byte
        const read = await fromPdf(broken).catch((error: unknown) => error)
        if (read instanceof Error) expect(read).toBeInstanceOf(UnreadableFile)
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})
