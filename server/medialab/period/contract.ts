import type { District, SchoolForm } from '#server/schools/contract.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { OfferKind } from '../contract.ts'

/** Days of which figures are made; both count. */
export type Period = { from: LocalDay; to: LocalDay }

/** What an address asks for; '' is all. */
export type FigureFilter = Period & {
  schoolForm: SchoolForm | ''
  district: District | ''
  kind: OfferKind | ''
}

/** The names of the fields in an address. */
export const FIGURE_PARAMS = {
  from: 'von',
  to: 'bis',
  schoolForm: 'schulform',
  district: 'stadtbezirk',
  kind: 'art',
  by: 'nach',
} as const

/** Fewer schools than these are not counted out: one could guess which they are. */
export const SMALLEST_CELL = 3

/** The longest time that is reckoned at once. */
export const LONGEST_PERIOD = 1100

/** A number of schools; null: some, but fewer than may be said. */
export type Schools = number | null
