import type { Approval, Field, HolidayRule, OfferClass, OfferKind } from '../../contract.ts'
import type { OfferState } from '../contract.ts'

/** Everything the SMZ says of an offer; the same names as in the database. */
export type EditableOffer = {
  kind: OfferKind
  name: string
  summary: string
  description: string
  accessibility: string
  manualUrl: string
  field: Field | ''
  class: OfferClass
  schoolForms: string[]
  gradeMin: number | null
  gradeMax: number | null
  minAge: number | null
  places: number | null
  isInLab: boolean
  isLent: boolean
  isDelivered: boolean
  isFetchedInPerson: boolean
  holdsData: boolean
  needsStaff: boolean
  replacementCents: number | null
  slotMinutes: number
  minutesBefore: number
  minutesAfter: number
  turnaroundSchoolDays: number
  maxSchoolDays: number
  maxProjectSchoolDays: number
  extensions: number
  minLeadDays: number
  maxAdvanceDays: number
  maxOpenPerSchool: number | null
  maxOpenPerPerson: number | null
  cooldownDays: number
  holidays: HolidayRule
  approval: Approval
}

/** A line of the list of all offers. */
export type ManagedOffer = {
  id: string
  slug: string
  name: string
  kind: OfferKind
  state: OfferState
  pieces: number
  /** Dates that are booked or asked for and not over. */
  coming: number
}

/** Kinds that lie in a room. */
export const IN_ROOMS: readonly OfferKind[] = ['zone', 'station', 'event']
/** Kinds of which one holds something with a sticker. */
export const WITH_STOCK: readonly OfferKind[] = ['room', 'zone', 'station', 'set']
/** Kinds that have room for so many people. */
export const WITH_PLACES: readonly OfferKind[] = ['room', 'zone', 'event']
