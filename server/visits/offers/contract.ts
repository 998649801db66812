export const SHELVES = ['open', 'mine'] as const
export type Shelf = (typeof SHELVES)[number]

export const PAGE_SIZE = 12

/** What can be chosen, by the word in the address. */
export const FACETS = { fach: 'subject', jahrgang: 'gradeBand', schulform: 'schoolForm' } as const
export type FacetName = (typeof FACETS)[keyof typeof FACETS]

/** '' means everything; `from` is a day, "2026-12-01". */
export type OfferSearch = { shelf: Shelf; from: string } & Record<FacetName, string>

/** A value one can choose, and how many offers that would show. */
export type FacetCount = { value: string; count: number }

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  topic: { min: 3, max: 200 },
  note: 2000,
  seats: 20,
  /** Lines of the form. */
  newSlots: 4,
  slots: 30,
} as const

/** An open classroom as lists show it. */
export type OfferCard = {
  id: string
  number: number
  path: string
  topic: string
  subject: string
  gradeBands: string[]
  host: string
  school: string
  isHost: boolean
  isOpen: boolean
  visibility: 'network' | 'plg'
  freeSeats: number
  nextFree: Date | null
}
