import { z } from 'zod'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { asUtf8, readCsv, type Row } from '#server/platform/csv-table.ts'
import { Refusal } from '#server/platform/errors.ts'
import { cleanText } from '#server/platform/text.ts'
import { COST_MODELS, LIMITS, PRODUCT_KINDS } from '../../contract.ts'
import { costNames, kindNames } from '../../words.ts'
import { type ImportRow, LARGEST_FILE, MOST_ROWS } from './contract.ts'
import { columnNames, fileWords } from './words.ts'

export const reviewInput = z.strictObject({
  file: z
    .file('Bitte wählen Sie eine Datei aus.')
    .min(1, fileWords.empty)
    .max(LARGEST_FILE, fileWords.tooLarge),
})
export const applyInput = z.strictObject({ importId: z.uuid(fileWords.gone) })

const LONGEST_CELL = 2_000

/** @throws Refusal with one German sentence that names the line */
export function readApps(bytes: Uint8Array): ImportRow[] {
  const rows = readCsv(withoutTabs(asUtf8(bytes)), {
    ...{ columns: [columnNames.name], delimiters: [';', ','], field: 'file' },
    ...{ largest: LARGEST_FILE * 2, longestCell: LONGEST_CELL, words: fileWords },
  })
  if (rows.length === 0) throw new Refusal(fileWords.noRows, 'file')
  if (rows.length > MOST_ROWS) throw new Refusal(fileWords.tooManyRows, 'file')
  return rows.map(asApp)
}

function asApp(row: Row): ImportRow {
  const text = (column: keyof typeof columnNames, longest: number) =>
    cleanText(row.get(columnNames[column])).replace(/\s+/g, ' ').trim().slice(0, longest)
  const name = text('name', LIMITS.name.max + 1)
  if (name.length < LIMITS.name.min || name.length > LIMITS.name.max)
    throw new Refusal(fileWords.badName(row.line), 'file')
  const website = text('website', LIMITS.website)
  const number = text('appStoreId', 40).replace(/^id/i, '')
  return {
    ...{ line: row.line, name, vendor: text('vendor', 160) },
    website: /^https?:\/\/\S+$/.test(website) && URL.canParse(website) ? website : '',
    description: text('description', LIMITS.description),
    kind: keyNamed(PRODUCT_KINDS, kindNames, text('kind', 60)) ?? 'web',
    costModel: keyNamed(COST_MODELS, costNames, text('cost', 60)) ?? 'unknown',
    subjects: text('subjects', 400)
      .split(/[,/|]/)
      .flatMap((word) => keyNamed(SUBJECTS, subjectNames, word.trim()) ?? []),
    appStoreId: /^[0-9]{5,15}$/.test(number) ? number : null,
  }
}

/** The key that is called so, by its word or by itself: "Im Browser", "web". */
function keyNamed<Key extends string>(
  keys: readonly Key[],
  names: Record<Key, string>,
  word: string,
): Key | undefined {
  const wanted = word.toLowerCase()
  return keys.find((key) => key === wanted || names[key].toLowerCase() === wanted)
}

/** A table copied out of a spreadsheet has tabs between its cells. */
function withoutTabs(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(9)) return bytes
  const quoted = (cell: string) => (/^".*"$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)
  const lines = new TextDecoder().decode(bytes).split('\n')
  const asCells = (line: string) => line.replace(/\r$/, '').split('\t').map(quoted).join(';')
  return new TextEncoder().encode(
    lines.map((line) => (line.trim() === '' ? '' : asCells(line))).join('\n'),
  )
}
