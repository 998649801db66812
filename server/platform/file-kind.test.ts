import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { aBlackPng, anIsoFile, anOdf, anOfficeFile, aPdf, aZip } from '#db/factories/upload.ts'
import { fileKind } from './file-kind.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-kind-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The media type of these bytes, or why they are not taken. */
async function judge(bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const verdict = await fileKind(path)
  return 'fault' in verdict ? verdict.fault : verdict.mediaType
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OASIS = 'application/vnd.oasis.opendocument'
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

describe('is taken for what it is', () => {
  test.each<[string, Buffer | string, string]>([
    ['PNG', aBlackPng(2, 2), 'image/png'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/jpeg'],
    ['GIF', 'GIF89a\x01\x00\x01\x00', 'image/gif'],
    ['PDF', aPdf(), 'application/pdf'],
    ['Word', anOfficeFile('docx'), `${OFFICE}.wordprocessingml.document`],
    ['Excel', anOfficeFile('xlsx'), `${OFFICE}.spreadsheetml.sheet`],
    ['PowerPoint', anOfficeFile('pptx'), `${OFFICE}.presentationml.presentation`],
    ['Writer', anOdf('text'), `${OASIS}.text`],
    ['Calc', anOdf('spreadsheet'), `${OASIS}.spreadsheet`],
    ['MP4', anIsoFile('mp42'), 'video/mp4'],
    ['M4A', anIsoFile('M4A '), 'audio/mp4'],
    ['MP3', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), mp3Frames()]), 'audio/mpeg'],
    ['text', 'Liebe Kolleginnen und Kollegen,\nübermorgen …', 'text/plain'],
    ['old Windows text', Buffer.from('Schüler;Größe\r\n', 'latin1'), 'text/plain'],
    ['text of two bytes a letter', utf16('Schüler;Größe'), 'text/plain'],
    ['Markdown with code in it', '# Kurs\n\n    <script>alert(1)</script>', 'text/plain'],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', 'text/plain'],
  ])('%s', async (_what, bytes, type) => {
    expect(await judge(bytes)).toBe(type)
  })
})

function mp3Frames(): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat([frame, frame, frame])
}

describe('is not taken', () => {
  const page = '<!doctype html><script>alert(1)</script>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  test.each<[string, Buffer | string, string]>([
    ['nothing', '', 'empty'],
    ['a page', page, 'markup'],
    ['a page behind blanks', `\ufeff \n\t${page}`, 'markup'],
    ['a page behind a comment', `<!-- x -->${page}`, 'markup'],
    ['a page of two bytes a letter', utf16(page), 'markup'],
    ['a frame', '<IFRAME src=x>', 'markup'],
    ['XML', '<?xml version="1.0"?><a/>', 'markup'],
    ['a drawing', svg, 'svg'],
    ['a drawing behind a declaration', `<?xml version="1.0"?>\n<!-- x -->\n${svg}`, 'svg'],
    ['a drawing behind a thousand comments', '<!---->'.repeat(250) + svg, 'svg'],
    ['HEIC', anIsoFile('heic'), 'heic'],
    ['HEIF', anIsoFile('mif1'), 'heic'],
    ['AVIF', anIsoFile('avif'), 'heic'],
    ['TIFF', Buffer.from(`49492a0008000000${'00'.repeat(300)}`, 'hex'), 'otherPicture'],
    ['QuickTime', anIsoFile('qt  '), 'film'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1'.repeat(40), 'hex'), 'oldOffice'],
    ['RTF', '{\\rtf1 x}', 'oldOffice'],
    ['a program for Windows', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'program'],
    ['a program for Linux', Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0')), 'program'],
    ['an archive', aZip([{ name: 'a.txt', content: 'x' }]), 'archive'],
    ['a Java archive', aZip([{ name: 'META-INF/MANIFEST.MF' }, { name: 'A.class' }]), 'archive'],
    ['another archive', Buffer.from('1f8b0800000000000003', 'hex'), 'archive'],
    ['Word with macros', anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }]), 'macros'],
    ['Excel with macros', anOfficeFile('xlsx', [{ name: 'xl/vbaProject.bin' }]), 'macros'],
    ['macros under another name', anOfficeFile('xlsx', [{ name: 'xl/VBAPROJECT.BIN' }]), 'macros'],
    ['old macros', anOfficeFile('xlsx', [{ name: 'xl/macrosheets/sheet1.xml' }]), 'macros'],
    ['Writer with macros', anOdf('text', [{ name: 'Basic/Standard/Module1.xml' }]), 'macros'],
    ['Word without a list of contents', aZip([{ name: 'word/document.xml' }]), 'archive'],
    ['a cut-off archive', anOfficeFile('docx').subarray(0, 60), 'broken'],
    ['bytes', Buffer.from([1, 2, 3, 4, 5, 0, 0, 1]), 'unknown'],
  ])('%s', async (_what, bytes, fault) => {
    expect(await judge(bytes)).toBe(fault)
  })
})

describe('archives that are made to unpack without end', () => {
  test('are known by what they claim, and nothing is unpacked', async () => {
    const claims = 4_000_000_000
    const bomb = anOfficeFile('xlsx', [{ name: 'xl/worksheets/sheet1.xml', claims }])
    expect(await judge(bomb)).toBe('bomb')
  })
  test('are known by pieces that lie in each other', async () => {
    const bomb = anOfficeFile('xlsx', [{ name: 'a', content: 'x'.repeat(1000), stored: true }])
    // The directory says the last piece is as long as the file.
    const at = bomb.lastIndexOf('PK\x01\x02')
    bomb.writeUInt32LE(bomb.length, at + 20)
    expect(await judge(bomb)).toBe('broken')
  })
  test('a real one of noughts is judged within a moment', async () => {
    const zeros = Buffer.alloc(8 * 1024 * 1024)
    const bomb = anOfficeFile('xlsx', [{ name: 'xl/sheet.xml', content: zeros, claims: 2 ** 31 }])
    expect(bomb.length).toBeLessThan(100_000)
    const began = performance.now()
    expect(await judge(bomb)).toBe('bomb')
    expect(performance.now() - began).toBeLessThan(500)
  })
})

test('no bytes end in an error', async () => {
  const starts = [
    '',
    'PK\x03\x04',
    '%PDF',
    '\x89PNG\r\n\x1a\n',
    'ID3',
    'RIFF',
    '<?xml',
    'ftyp',
    '\xff\xd8',
  ]
  const odd = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }))
  await fc.assert(
    fc.asyncProperty(odd, async ([start, rest]) => {
      expect(await judge(Buffer.concat([Buffer.from(start, 'latin1'), rest]))).toBeTruthy()
    }),
    { numRuns: 300 },
  )
})

test('no bit that is turned in an archive ends in an error', async () => {
  const whole = anOfficeFile('docx', [{ name: 'word/media/a.png', content: 'x' }])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
      const turned = Buffer.from(whole)
      turned[at] = value
      expect(await judge(turned)).toBeTruthy()
    }),
    { numRuns: 300 },
  )
})
