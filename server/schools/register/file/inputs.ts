import { readCsv, type Row } from '#server/platform/csv-table.ts'
import { LARGEST_FILE } from '../contract.ts'
import { fileWords } from '../words.ts'

export type { Row }

type Wanted = {
  /** The columns that must be there; others are ignored. */
  columns: readonly string[]
  delimiters: readonly (';' | ',')[]
  /** The form's field that a refusal belongs to. */
  field: string
}

/**
 * Reads the register, or the file of districts beside it.
 *
 * @throws Refusal with one German sentence that names the line
 */
export function readTable(bytes: Uint8Array, wanted: Wanted): Row[] {
  const words = { ...fileWords, name: 'das Register', rightOne: 'das richtige Register' }
  return readCsv(bytes, { ...wanted, words, largest: LARGEST_FILE })
}
