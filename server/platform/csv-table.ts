import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from './errors.ts'

/** A data row: where it stands and what is in a column, by the column's name. */
export type Row = { line: number; get: (column: string) => string }

type Wanted = {
  /** The columns that must be there; others are ignored. */
  columns: readonly string[]
  delimiters: readonly (';' | ',')[]
  /** The form's field that a refusal belongs to. */
  field: string
  /** In bytes. */
  largest: number
  longestCell?: number
  words: TableWords
}

/** How the sentences call the file. */
export type TableWords = {
  empty: string
  tooLarge: string
  notCsv: string
  utf16: string
  /** "das Register" */
  name: string
  /** "das richtige Register" */
  rightOne: string
}

const LONGEST_LINE = 8_000
const LONGEST_CELL = 200
const MOST_LINES = 50_000
const MOST_COLUMNS = 60

/**
 * Reads a CSV file that a stranger may have made. Columns are found by name, never by position.
 *
 * @throws Refusal with one German sentence that names the line
 */
export function readCsv(bytes: Uint8Array, wanted: Wanted): Row[] {
  const { words, longestCell = LONGEST_CELL } = wanted
  const refuse = (sentence: string): never => {
    throw new Refusal(sentence, wanted.field)
  }
  if (bytes.length > wanted.largest) refuse(words.tooLarge)
  const lines = linesOf(bytes, words, refuse)
  lines.forEach((line, at) => refuseOddLine(line, at + 1, refuse))
  // Excel's own first line. It is emptied, not removed, so that numbers of lines stay true.
  const hasSep = /^"?sep=/i.test(lines[0] ?? '')
  if (hasSep) lines[0] = ''
  const headAt = lines.findIndex((line) => line.trim() !== '')
  const head = lines[headAt] ?? refuse(words.empty)
  const delimiter = wanted.delimiters.find((sign) => head.includes(sign)) ?? ';'
  const records = recordsOf(lines.join('\n'), delimiter, refuse)
  const columns = columnsOf(records[0], wanted, refuse)
  return records.slice(1).map(({ line, cells }) => {
    refuseWrongCount(cells, columns, line, refuse)
    cells.forEach((cell, at) => {
      const where = () => `Zeile ${line}: Das Feld „${columns.names[at] ?? ''}“`
      if (cell.length > longestCell) refuse(`${where()} ist zu lang.`)
      refuseOddCell(cell, where, refuse)
    })
    return { line, get: (name) => cells[columns.places.get(folded(name)) ?? -1]?.trim() ?? '' }
  })
}

/** Lists come from Excel, which writes the code page of Windows unless told otherwise. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16 || bytes.includes(0)) return bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return new TextEncoder().encode(new TextDecoder('windows-1252').decode(bytes))
  }
}

type Refuse = (sentence: string) => never

function linesOf(bytes: Uint8Array, words: TableWords, refuse: Refuse): string[] {
  refuseOtherKinds(bytes, words, refuse)
  const lines: string[] = []
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let from = start; from <= bytes.length;) {
    const end = bytes.indexOf(10, from)
    const to = end === -1 ? bytes.length : end
    lines.push(textOf(bytes.subarray(from, to), lines.length + 1, words, refuse))
    if (lines.length > MOST_LINES)
      refuse(`Zeile ${MOST_LINES + 1}: Die Datei hat zu viele Zeilen für ${words.name}.`)
    from = to + 1
  }
  if (lines.every((line) => line.trim() === '')) refuse(words.empty)
  return lines
}

const KINDS_BY_BEGINNING = ['PK', '%PDF', '<', '{', '\xd0\xcf\x11\xe0', '\x1f\x8b']

function refuseOtherKinds(bytes: Uint8Array, words: TableWords, refuse: Refuse): void {
  const first = String.fromCharCode(...bytes.subarray(0, 8))
  if (first.startsWith('\xff\xfe') || first.startsWith('\xfe\xff')) refuse(words.utf16)
  if (KINDS_BY_BEGINNING.some((beginning) => first.startsWith(beginning))) refuse(words.notCsv)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array, line: number, words: TableWords, refuse: Refuse): string {
  if (bytes.length > LONGEST_LINE) refuse(`Zeile ${line} ist zu lang. Das ist nicht ${words.name}.`)
  if (bytes.includes(0)) refuse(`Zeile ${line} enthält Zeichen, die in keinen Text gehören.`)
  try {
    return utf8.decode(bytes).replace(/\r$/, '')
  } catch {
    return refuse(
      `Zeile ${line}: Die Umlaute sind nicht in UTF-8 gespeichert (vermutlich ${codePageOf(bytes)}). Bitte speichern Sie die Datei als UTF-8.`,
    )
  }
}

/** ä ö ü Ä Ö Ü ß and é in the code page of old Windows consoles; elsewhere they are other signs. */
const CP850 = new Set([0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1, 0x82])

function codePageOf(bytes: Uint8Array): string {
  const high = [...bytes].filter((byte) => byte >= 0x80)
  return high.every((byte) => CP850.has(byte)) ? 'DOS-Zeichensatz 850' : 'Windows-1252'
}

/** UTF-8 that was once read as Windows-1252: "StraÃŸe"; or letters that are lost for good. */
const BROKEN_LETTERS = /Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|\ufffd/

const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/

function refuseOddLine(text: string, line: number, refuse: Refuse): void {
  if (BROKEN_LETTERS.test(text))
    refuse(
      `Zeile ${line}: Die Umlaute sind zerstört. Bitte laden Sie die Datei neu herunter und öffnen Sie sie vorher nicht in Excel.`,
    )
  if (FORBIDDEN.test(text)) refuse(`Zeile ${line} enthält Zeichen, die in keinen Text gehören.`)
  // No value spans lines; an odd number of quotes means that something is cut off.
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1)
    refuse(`Zeile ${line}: Ein Anführungszeichen fehlt. Ist die Datei abgeschnitten?`)
}

type Record = { line: number; cells: string[] }

function recordsOf(text: string, delimiter: string, refuse: Refuse): Record[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[]
    return parsed.map(({ info, record }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(
      `Zeile ${String((error as { lines?: number }).lines ?? 1)}: Die Anführungszeichen stimmen nicht.`,
    )
  }
}

type Columns = { names: string[]; count: number; places: Map<string, number> }

const folded = (name: string) => name.trim().toLowerCase()

/** Trap 1 of the register: the heading ends with a delimiter, so its last column has no name. */
function columnsOf(
  head: Record | undefined,
  { columns: needed, words }: Wanted,
  refuse: Refuse,
): Columns {
  if (!head) return refuse(words.empty)
  const where = `Zeile ${head.line}`
  const names = head.cells.map((name) => name.trim())
  if (names.at(-1) === '') names.pop()
  if (names.length > MOST_COLUMNS) refuse(`${where}: Das sind zu viele Spalten für ${words.name}.`)
  if (names.includes('')) refuse(`${where}: Eine Spalte hat keinen Namen.`)
  const places = new Map(names.map((name, place) => [folded(name), place]))
  if (places.size < names.length) refuse(`${where}: Ein Spaltenname kommt doppelt vor.`)
  const missing = needed.find((name) => !places.has(folded(name)))
  if (missing) refuse(`${where}: Die Spalte „${missing}“ fehlt. Ist es ${words.rightOne}?`)
  return { names, count: names.length, places }
}

function refuseWrongCount(cells: string[], columns: Columns, line: number, refuse: Refuse): void {
  const hasSpare = cells.length === columns.count + 1 && cells.at(-1) === ''
  if (cells.length !== columns.count && !hasSpare)
    refuse(
      `Zeile ${line} hat ${cells.length} statt ${columns.count} Felder. Ist die Datei abgeschnitten?`,
    )
}

/** What a spreadsheet would run, and what a browser would. "- Primarstufe -" is neither. */
const FORMULA = /^[=@+]|^-[\d(]|\|/
const MARKUP = /<\s*[a-z!/?]/i

function refuseOddCell(cell: string, where: () => string, refuse: Refuse): void {
  if (FORMULA.test(cell)) refuse(`${where()} enthält eine Formel statt eines Textes.`)
  if (MARKUP.test(cell)) refuse(`${where()} enthält HTML statt eines Textes.`)
}
