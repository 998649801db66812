import type { OfferKind } from '../contract.ts'
import type { Schools } from '../period/contract.ts'

/** By what the figures are put together. */
export const UTILISATION_BY = ['offer', 'kind', 'month', 'schoolForm', 'district'] as const
export type UtilisationBy = (typeof UTILISATION_BY)[number]

/** Hours in the lab and days on loan, of all things together. */
export type Amount = { hours: number; days: number }

/** What was booked; null where so few schools stand behind it that it is not said. */
export type UtilisationLine = {
  key: string
  label: string
  bookings: number
  booked: Amount
  /** What was open to be booked; null where it cannot be divided by that. */
  possible: Amount | null
  noShows: number
  lateCancelled: number
  schools: Schools
  isHidden: boolean
}

/** Of an offer: how many things there are of it, and in which of the lab's hours they can be had. */
export type Capacity = {
  id: string
  name: string
  kind: OfferKind
  isInLab: boolean
  isLent: boolean
  units: number
}

/** Uses that began before or in this hour and were not over, by weekday (1 is Monday). */
export type HeatCell = { weekday: number; hour: number; uses: number }

export type UnreachedSchool = {
  slug: string
  name: string
  schoolForm: string
  district: string | null
}
