import type { Column } from '../grades/contract.ts'

/** More tables than this nobody compares. */
export const MOST_SCHOOLS = 6

/** Two schools at one place; null where one of them does not teach. */
export type Difference =
  { column: string; first: number; second: number; by: number } | { column: string; by: null }
export type DifferenceRow = { key: string; title: string; places: Difference[] }
export type Differences = { columns: Column[]; rows: DifferenceRow[] }
