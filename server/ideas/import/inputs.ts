import { z } from 'zod'
import { asUtf8, readCsv } from '#server/platform/csv-table.ts'
import { Refusal } from '#server/platform/errors.ts'
import { line } from '#server/platform/text.ts'
import { LARGEST_FILE, LONGEST_ORIGIN, MOST_ROWS, type RawRow } from './contract.ts'
import { columnNames, fileWords } from './words.ts'

const csvFile = z
  .file('Bitte wählen Sie eine Datei aus.')
  .min(1, fileWords.empty)
  .max(LARGEST_FILE, fileWords.tooLarge)

export const reviewInput = z.strictObject({
  file: csvFile,
  origin: line({ max: LONGEST_ORIGIN, missing: 'Bitte schreiben Sie, woher die Liste stammt.' }),
})
export const applyInput = z.strictObject({ importId: z.uuid(fileWords.gone) })

const LONGEST_CELL = 500

/** @throws Refusal with one German sentence that names the line */
export function readGroups(bytes: Uint8Array): RawRow[] {
  const rows = readCsv(asUtf8(bytes), {
    columns: [columnNames.group],
    delimiters: [';', ','],
    field: 'file',
    largest: LARGEST_FILE * 2,
    longestCell: LONGEST_CELL,
    words: fileWords,
  })
  if (rows.length === 0) throw new Refusal(fileWords.noRows, 'file')
  if (rows.length > MOST_ROWS) throw new Refusal(fileWords.tooManyRows, 'file')
  const fields = Object.entries(columnNames)
  return rows.map((row) => {
    const cells = fields.map(([field, column]) => [field, row.get(column).replace(/\s+/g, ' ')])
    return { line: row.line, ...Object.fromEntries(cells) } as RawRow
  })
}
