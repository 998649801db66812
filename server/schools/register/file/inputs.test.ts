import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#server/platform/errors.ts'
import { readTable } from './inputs.ts'

const WANTED = { columns: ['Nummer', 'Name'], delimiters: [';'], field: 'file' } as const
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (content: string | Uint8Array) =>
  readTable(typeof content === 'string' ? bytes(content) : content, WANTED).map((row) => ({
    line: row.line,
    number: row.get('Nummer'),
    name: row.get('Name'),
  }))

const PLAIN = 'Nummer;Name;\n"1";"Übergang"\n"2";"Straße ""am"" Ufer"\n'
const PLAIN_ROWS = [
  { line: 2, number: '1', name: 'Übergang' },
  { line: 3, number: '2', name: 'Straße "am" Ufer' },
]

test('a heading that ends with a delimiter has no nameless column', () => {
  expect(read(PLAIN)).toEqual(PLAIN_ROWS)
})

test('rows may end with a delimiter as the heading does', () => {
  expect(read('Nummer;Name;\n1;a;\n')).toEqual([{ line: 2, number: '1', name: 'a' }])
})

test('a byte order mark, Windows line ends and a missing last line end do not matter', () => {
  expect(read(`\ufeff${PLAIN.trimEnd().replaceAll('\n', '\r\n')}`)).toEqual(PLAIN_ROWS)
})

test('the first line may be sep=; and lines keep their numbers', () => {
  const rows = read(`sep=;\n${PLAIN}`)
  expect(rows.map((row) => row.line)).toEqual([3, 4])
})

test('columns that nobody knows are passed over, wherever they stand', () => {
  expect(read('Name;Bezirksregierung;Nummer\na;Süd;1\n')).toEqual([
    { line: 2, number: '1', name: 'a' },
  ])
})

test('names of columns may be written small', () => {
  expect(read('nummer;NAME\n1;a\n')).toHaveLength(1)
})

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const many = (count: number, sign: string) => sign.repeat(count)

const HOSTILE: [what: string, content: string | Uint8Array, sentence: RegExp][] = [
  ['nothing', '', /leer/],
  ['empty lines', '\n\n \n', /leer/],
  ['a ZIP or Excel file', 'PK\u0003\u0004xxxx', /keine CSV-Datei/],
  ['a web page', '<!doctype html><title>404</title>', /keine CSV-Datei/],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x4e, 0x00]), /UTF-16/],
  ['Windows-1252', latin1('Nummer;Name\n1;a\n2;Stra\xdfe \xfcber\n'), /^Zeile 3: .*Windows-1252/],
  ['code page 850', latin1('Nummer;Name\n1;B\x94hmer\n'), /^Zeile 2: .*850/],
  ['letters read twice', 'Nummer;Name\n1;BÃ¶hmer\n', /^Zeile 2: Die Umlaute sind zerstört/],
  ['lost letters', 'Nummer;Name\n1;B\ufffdhmer\n', /^Zeile 2: Die Umlaute sind zerstört/],
  ['a NUL byte', 'Nummer;Name\n1;a\n2;b\0\n', /^Zeile 3 enthält Zeichen/],
  ['a control character', 'Nummer;Name\n1;a\u001b[31m\n', /^Zeile 2 enthält Zeichen/],
  ['a bidi override', 'Nummer;Name\n1;\u202eabc\n', /^Zeile 2 enthält Zeichen/],
  ['a lonely carriage return', 'Nummer;Name\n1;a\rX-Evil: 1\n', /^Zeile 2 enthält Zeichen/],
  ['a line break in a heading', '"Num\r\nmer";Name\n1;a\n', /^Zeile 1: Ein Anführungszeichen/],
  ['an unclosed quote', 'Nummer;Name\n"1";"a\n"2";"b"\n', /^Zeile 2: Ein Anführungszeichen/],
  ['a cut last line', 'Nummer;Name\n"1";"a"\n"2";"b', /^Zeile 3: Ein Anführungszeichen/],
  ['text after a quote', 'Nummer;Name\n"1"x;"a"\n', /^Zeile 2: Die Anführungszeichen/],
  ['too few fields', 'Nummer;Name\n1;a\n2\n', /^Zeile 3 hat 1 statt 2 Felder/],
  ['too many fields', 'Nummer;Name\n1;a;b\n', /^Zeile 2 hat 3 statt 2 Felder/],
  ['an unnamed column', 'Nummer;;Name\n1;;a\n', /^Zeile 1: Eine Spalte hat keinen Namen/],
  ['a doubled column', 'Nummer;Name;name\n1;a;b\n', /^Zeile 1: Ein Spaltenname kommt doppelt/],
  ['a missing column', 'Nummer;Title\n1;a\n', /^Zeile 1: Die Spalte „Name“ fehlt/],
  ['another delimiter', 'Nummer,Name\n1,a\n', /^Zeile 1: Die Spalte „Nummer“ fehlt/],
  ['a hundred columns', `Nummer;Name;${many(100, 'x;')}\n`, /^Zeile 1: Das sind zu viele Spalten/],
  ['a million columns', `Nummer;Name\n${many(1_000_000, ';')}\n`, /^Zeile 2 ist zu lang/],
  ['a million columns in the heading', `${many(1_000_000, 'a;')}\n`, /^Zeile 1 ist zu lang/],
  ['a huge field', `Nummer;Name\n1;${many(500, 'x')}\n`, /^Zeile 2: Das Feld „Name“ ist zu lang/],
  ['a formula', 'Nummer;Name\n1;"=HYPERLINK(""x"")"\n', /^Zeile 2: .*Formel/],
  ['a command', 'Nummer;Name\n1;"@SUM(1)"\n', /^Zeile 2: .*Formel/],
  ['a pipe', "Nummer;Name\n1;-2+3+cmd|' /C calc'!A0\n", /^Zeile 2: .*Formel/],
  ['a script', 'Nummer;Name\n1;<script>alert(1)</script>\n', /^Zeile 2: .*HTML/],
  ['an image', 'Nummer;Name\n1;Schule <img src=x onerror=alert(1)>\n', /^Zeile 2: .*HTML/],
  ['too many lines', `Nummer;Name\n${many(50_001, '1;a\n')}`, /^Zeile 50001: .*zu viele Zeilen/],
  ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1).fill(97), /größer als 5 MB/],
]

test.each(HOSTILE)('%s is refused with one sentence', (_what, content, sentence) => {
  const start = process.cpuUsage()
  const refused = catching(() => read(content))
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).message).toMatch(sentence)
  expect((refused as Refusal).field).toBe('file')
  expect(process.cpuUsage(start).user).toBeLessThan(2_000_000)
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('names such as __proto__ are columns like others', () => {
  expect(read('__proto__;constructor;Nummer;Name\nx;y;1;a\n')).toEqual([
    { line: 2, number: '1', name: 'a' },
  ])
})

test('decoration between hyphens is no formula', () => {
  expect(read('Nummer;Name\n1;- Primarstufe -\n2;-Primarstufe- im Verbund\n')).toHaveLength(2)
})

const cell = fc
  .string({ unit: fc.constantFrom(...'aäßZ09 ."'.split(''), "'"), maxLength: 12 })
  .map((text) => text.trim())
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('the order of rows and of columns does not matter', () => {
  const column = fc.constantFrom('Nummer', 'Name', 'Ort', 'Bezirksregierung')
  fc.assert(
    fc.property(
      fc.array(fc.record({ Nummer: cell, Name: cell, Ort: cell, Bezirksregierung: cell }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.uniqueArray(column, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      (rows, columns, hasSpareDelimiter) => {
        const head = columns.join(';') + (hasSpareDelimiter ? ';' : '')
        const lines = rows.map((row) => columns.map((name) => quoted(row[name])).join(';'))
        const found = read([head, ...lines].join('\n'))
        expect(found.map(({ number, name }) => [number, name])).toEqual(
          rows.map((row) => [row.Nummer, row.Name]),
        )
      },
    ),
  )
})

test('whatever the bytes are, the answer is rows or a refusal', () => {
  const garbage = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map(bytes),
    fc
      .string({ unit: fc.constantFrom('"', ';', '\n', '\r', 'a', 'ä', ','), maxLength: 80 })
      .map((text) => bytes(`Nummer;Name\n${text}`)),
  )
  fc.assert(
    fc.property(garbage, (content) => {
      const answer = catching(() => read(content))
      expect(Array.isArray(answer) || answer instanceof Refusal).toBe(true)
    }),
    { numRuns: 500 },
  )
})
