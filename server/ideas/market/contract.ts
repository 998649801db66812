/** Which ideas one looks at. */
export const SHELVES = ['open', 'over', 'mine'] as const
export type Shelf = (typeof SHELVES)[number]

export const PAGE_SIZE = 12

/** What can be chosen, by the word in the address. */
export const FACETS = {
  fach: 'subject',
  jahrgang: 'gradeBand',
  schulform: 'schoolForm',
  mkr: 'competency',
  thema: 'topic',
  programm: 'programme',
} as const
export type FacetName = (typeof FACETS)[keyof typeof FACETS]

/** '' means everything. */
export type IdeaSearch = { q: string; shelf: Shelf } & Record<FacetName, string>

/** A value one can choose, and how many ideas that would show. */
export type FacetCount = { value: string; count: number }
