import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from './contract.ts'
import { disposition, displayName, fullBy, widthToServe } from './rules.ts'

/** Names as attackers, old programs and foreign computers send them, and what becomes of them. */
const NAMES: [given: string, extension: string, shown: string][] = [
  ['Arbeitsblatt.pdf', 'pdf', 'Arbeitsblatt.pdf'],
  ['Übung 3 – Größe.PDF', 'pdf', 'Übung 3 – Größe.pdf'],
  ['../../etc/passwd', 'txt', 'etc-passwd.txt'],
  ['..\\..\\windows\\system32\\a.pdf', 'pdf', 'windows-system32-a.pdf'],
  ['C:\\Users\\Kim\\plan.docx', 'docx', 'C--Users-Kim-plan.docx'],
  ['/etc/shadow', 'pdf', 'etc-shadow.pdf'],
  ['a\u0000.exe.pdf', 'pdf', 'a.exe.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie- x=1.pdf'],
  ['rechnung\u202efdp.exe', 'pdf', 'rechnungfdp.exe.pdf'],
  ['\u2066\u2069\u200b\u200e.pdf', 'pdf', 'pdf.pdf'],
  ['a\ufeffb\u00adc.pdf', 'pdf', 'abc.pdf'],
  ['virus.exe', 'pdf', 'virus.exe.pdf'],
  ['skript.js', 'txt', 'skript.js.txt'],
  ['seite.html', 'txt', 'seite.html.txt'],
  ['bild.png', 'jpg', 'bild.jpg'],
  ['foto.JPEG', 'jpg', 'foto.jpeg'],
  ['IMG_1.HEIC', 'jpg', 'IMG_1.jpg'],
  ['liste.csv', 'txt', 'liste.csv'],
  ['con.pdf', 'pdf', '_con.pdf'],
  ['LPT1', 'pdf', '_LPT1.pdf'],
  ['con .pdf', 'pdf', '_con.pdf'],
  ['', 'pdf', 'Datei.pdf'],
  ['.', 'pdf', 'Datei.pdf'],
  ['...', 'pdf', 'Datei.pdf'],
  ['.htaccess', 'txt', 'htaccess.txt'],
  ['.pdf', 'pdf', 'pdf.pdf'],
  ['a"; filename="b.pdf', 'pdf', 'a-; filename=-b.pdf'],
  ['<img src=x onerror=alert(1)>.png', 'png', 'img src=x onerror=alert(1)-.png'],
  ['-rf ~.pdf', 'pdf', 'rf ~.pdf'],
  ['\ud800kaputt.pdf', 'pdf', '\ufffdkaputt.pdf'],
  [`${'x'.repeat(300)}.pdf`, 'pdf', `${'x'.repeat(116)}.pdf`],
  [`${'a'.repeat(115)}😀b.pdf`, 'pdf', `${'a'.repeat(115)}.pdf`],
]

test.each(NAMES)('%j as %s', (given, extension, shown) => {
  expect(displayName(given, extension)).toBe(shown)
})

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('.', '..', '/', '\\', ' ', '\u202e', '\0', 'con', 'pdf', '😀', '-'), {
      maxLength: 60,
    })
    .map((pieces) => pieces.join('')),
)
const anEnding = fc.constantFrom('pdf', 'txt', 'jpg', 'docx')

test('whatever it is called, a name is short, ends rightly, leads nowhere and hides nothing', () => {
  fc.assert(
    fc.property(anyName, anEnding, (given, extension) => {
      const name = displayName(given, extension)
      expect(name.length).toBeLessThanOrEqual(LIMITS.name)
      expect(name).toMatch(/[^.]\.(pdf|txt|md|csv|jpe?g|docx)$/)
      expect(name).not.toMatch(/[/\\:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
      expect(name).not.toMatch(/^[.\s]/)
      expect(name.isWellFormed()).toBe(true)
      // Cleaned once is clean.
      expect(displayName(name, extension)).toBe(name)
    }),
    { numRuns: 2_000 },
  )
})

describe('the header that names a file', () => {
  test.each([
    ['Plan.pdf', 'application/pdf', `inline; filename="Plan.pdf"; filename*=UTF-8''Plan.pdf`],
    [
      "Größe 100% 'neu'.docx",
      'application/x',
      `attachment; filename="Groe 100_ 'neu'.docx"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20100%25%20%27neu%27.docx`,
    ],
  ])('%s', (name, type, header) => {
    expect(disposition(name, type)).toBe(header)
  })

  test('is one line of plain letters whatever the name is, and means that name', () => {
    fc.assert(
      fc.property(anyName, (given) => {
        const name = displayName(given, 'pdf')
        const header = disposition(name, 'application/pdf')
        expect(header).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[\w.~%!#$&+^`|-]*$/)
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
      }),
    )
  })

  test.each([
    ['image/png', 'inline'],
    ['image/webp', 'inline'],
    ['application/pdf', 'inline'],
    ['text/plain', 'attachment'],
    ['image/svg+xml', 'attachment'],
    ['text/html', 'attachment'],
    ['video/mp4', 'attachment'],
  ])('%s is %s', (type, way) => {
    expect(disposition('a', type).split(';')[0]).toBe(way)
  })
})

test.each([
  [null, [480], null],
  [480, [480, 960], 480],
  [960, [480, 960], 960],
  [1600, [480, 960], null],
  [480, [], null],
])('of a width of %j among %j is served %j', (wanted, widths, served) => {
  expect(widthToServe(wanted, widths)).toBe(served)
})

test.each([
  [1, { person: 0, plg: null }, null],
  [1, { person: LIMITS.person - 1, plg: LIMITS.plg - 1 }, null],
  [2, { person: LIMITS.person - 1, plg: 0 }, 'person'],
  [2, { person: 0, plg: LIMITS.plg - 1 }, 'plg'],
])('%i bytes more beside %j', (bytes, used, full) => {
  expect(fullBy(bytes, used)).toBe(full)
})
