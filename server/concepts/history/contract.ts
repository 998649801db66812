export const CHANGES_PER_PAGE = 30

/** One line of the history. */
export type Change = {
  id: string
  at: Date
  by: string
  sentence: string
  /** What somebody said with it. */
  quote: string
  path: string | null
}
