/** A page number from an address: at least 1, never nonsense. */
export function pageNumber(value: string | null | undefined): number {
  const number = Number(value ?? 1)
  return Number.isSafeInteger(number) && number >= 1 && number <= 100_000 ? number : 1
}

/** What a list view says about its pages. */
export type Paged<Row> = { rows: Row[]; page: number; pages: number; total: number }

export function paged<Row>(rows: Row[], total: number, page: number, size: number): Paged<Row> {
  return { rows, page, pages: Math.max(1, Math.ceil(total / size)), total }
}
