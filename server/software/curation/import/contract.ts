import type { CostModel, ProductKind } from '../../contract.ts'

export const LARGEST_FILE = 1024 * 1024
export const MOST_ROWS = 2_000

/** A row as it was read; `line` is for sentences about it. */
export type ImportRow = {
  line: number
  name: string
  vendor: string
  website: string
  description: string
  kind: ProductKind
  costModel: CostModel
  subjects: string[]
  appStoreId: string | null
}

/** What taking over would do with a row. */
export type PlannedRow = Pick<ImportRow, 'line' | 'name' | 'vendor'> & {
  /** The entry that is there already, nearly or exactly so. */
  known: { slug: string; name: string; isSame: boolean } | null
  /** The same name stands in the file before. */
  isRepeated: boolean
}
