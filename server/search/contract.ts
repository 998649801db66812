export const LONGEST_QUERY = 100

export type SearchResults = {
  q: string
  /** What was looked for, for marking it in the answers. */
  words: string[]
  groups: {
    kind: string
    title: string
    cards: { id: string; title: string; context: string; path: string }[]
    /** There are more than are shown. */
    hasMore: boolean
  }[]
}
