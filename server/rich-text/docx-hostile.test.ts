import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDocx, LARGEST_WORD_FILE, UnreadableFile } from './docx-in.ts'
import { wordsOf } from './text.ts'
import {
  drawing,
  paragraph as p,
  relation,
  wordFile,
  wordParts,
  type ZipEntry,
  zipOf,
} from './zip-for-tests.ts'

describe('files that are not read', () => {
  const parts = wordParts({ body: p('Text') })
  const without = (name: string) => parts.filter((entry) => entry.name !== name)
  const withPart = (entry: ZipEntry) => zipOf([...without(entry.name), entry])
  const body = (words: string) => wordFile({ body: words })
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

  test.each<[string, () => Buffer, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /keine Word-Datei/],
    ['a text', () => Buffer.from('Hallo'), /keine Word-Datei/],
    ['a web page', () => Buffer.from('<html>'), /keine Word-Datei/],
    [
      'a table of Excel',
      () =>
        wordFile({
          body: '',
          mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        }),
      /keine Word-Datei/,
    ],
    ['any archive', () => zipOf([{ name: 'a.txt', bytes: 'a' }]), /keine Word-Datei/],
    ['an old one', () => old, /alten Word-Format/],
    [
      'one with a password',
      () => Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      /Kennwort/,
    ],
    [
      'an encrypted archive',
      () => withPart({ name: 'x.xml', bytes: 'x', says: { flags: 1 } }),
      /Kennwort/,
    ],
    [
      'one with macros',
      () =>
        wordFile({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      /Makros/,
    ],
    [
      'one with hidden macros',
      () => withPart({ name: 'word/vbaProject.bin', bytes: 'x' }),
      /Makros/,
    ],
    ['one larger than 25 MB', () => Buffer.alloc(LARGEST_WORD_FILE + 1, 'PK\x03\x04'), /25 MB/],
    [
      'a bomb that says so',
      () => withPart({ name: 'a.bin', bytes: 'x', says: { size: 2 ** 31 } }),
      /ausgepackt zu groß/,
    ],
    [
      'a bomb that hides it',
      () => withPart({ name: 'word/document.xml', bytes: Buffer.alloc(5e7), says: { size: 999 } }),
      /ausgepackt zu groß/,
    ],
    [
      'a picture that is a bomb',
      () =>
        wordFile({
          body: drawing('p'),
          relations: relation('p', 'image', 'media/a.png'),
          more: [{ name: 'word/media/a.png', bytes: Buffer.alloc(5e7), says: { size: 999 } }],
        }),
      /ausgepackt zu groß/,
    ],
    [
      'a bomb of one letter',
      () => withPart({ name: 'a.bin', bytes: Buffer.alloc(5e7) }),
      /ausgepackt zu groß/,
    ],
    [
      'a bomb of many',
      () =>
        zipOf([
          ...parts,
          ...Array.from({ length: 5000 }, (_, at) => ({ name: `${at}`, bytes: '' })),
        ]),
      /ausgepackt zu groß/,
    ],
    [
      'external entities',
      () =>
        withPart({
          name: 'word/document.xml',
          bytes: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        }),
      /nichts zu suchen/,
    ],
    [
      'entities where nobody looks',
      () => withPart({ name: 'word/theme/theme1.xml', bytes: '<!ENTITY a "b"><a/>' }),
      /nichts zu suchen/,
    ],
    [
      'entities in another alphabet',
      () =>
        withPart({ name: 'word/document.xml', bytes: Buffer.from('<!DOCTYPE a><a/>', 'utf16le') }),
      /beschädigt/,
    ],
    ['one name twice', () => zipOf([...parts, ...parts]), /beschädigt/],
    [
      'a strange packing',
      () => withPart({ name: 'word/document.xml', bytes: 'x', says: { method: 12 } }),
      /beschädigt/,
    ],
    ['no text in it', () => zipOf(without('word/document.xml')), /beschädigt/],
    [
      'half of XML',
      () => withPart({ name: 'word/document.xml', bytes: '<w:document><w:body>' }),
      /beschädigt/,
    ],
    [
      'very deep XML',
      () => body('<w:smartTag>'.repeat(200_000) + '</w:smartTag>'.repeat(200_000)),
      /beschädigt|abgebrochen/,
    ],
    ['more than a document holds', () => body(p('Wort').repeat(30_000)), /zu lang/],
    ['a text of two megabytes', () => body(p('Wort '.repeat(400_000))), /zu lang/],
  ])(
    '%s',
    async (_what, bytes, sentence) => {
      const refused = await fromDocx(bytes()).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(UnreadableFile)
      expect((refused as Error).message).toMatch(sentence)
    },
    60_000,
  )

  test('whatever is broken in it, it is a refusal or a text', async () => {
    const whole = wordFile({
      styles: { berschrift1: 'Überschrift 1' },
      body: p('Ziele', 'berschrift1'),
    })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, cut) => {
        const broken = Buffer.from(whole)
        for (const [at, byte] of bytes) broken[at] = byte
        const given = bytes.length % 2 ? broken : broken.subarray(0, cut)
        const read = await fromDocx(given).catch((error: unknown) => error)
        if (read instanceof Error) expect(read).toBeInstanceOf(UnreadableFile)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('nobody else waits while a large one is read', async () => {
    const words = 'Wir haben die Brüche mit Papierstreifen gefaltet. '.repeat(12)
    const large = body(Array.from({ length: 480 }, () => p(words)).join(''))
    let longest = 0
    let last = performance.now()
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const { content } = await fromDocx(large)
    clearInterval(pulse)
    expect(wordsOf(content).length).toBeGreaterThan(280_000)
    expect(longest).toBeLessThan(1_500)
  }, 60_000)
})
