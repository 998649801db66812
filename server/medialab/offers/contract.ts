import type { SchoolForm } from '#server/schools/contract.ts'
import type { Approval, Field, HolidayRule, OfferClass, OfferKind } from '../contract.ts'

export const PAGE_SIZE = 24

export const OFFER_STATES = ['draft', 'listed', 'retired'] as const
export type OfferState = (typeof OFFER_STATES)[number]

/** 1 to 13; 0 stands for none in the database. */
export const GRADES = Array.from({ length: 13 }, (_, at) => at + 1)

/** What is looked for in the catalogue; '' and null choose nothing. */
export type OfferSearch = {
  q: string
  kind: OfferKind | ''
  field: Field | ''
  class: OfferClass | ''
  schoolForm: SchoolForm | ''
  grade: number | null
}

export type OfferCard = {
  id: string
  slug: string
  name: string
  kind: OfferKind
  class: OfferClass
  field: Field | ''
  summary: string
  state: OfferState
  isLent: boolean
  isInLab: boolean
  places: number | null
  minAge: number | null
  /** How many may be had when nobody else has one; 0 for what is nothing one can hold. */
  pieces: number
  needsInstruction: boolean
}

/** What the rules of an offer say, as its page tells them. */
export type ToldRules = {
  kind: OfferKind
  isInLab: boolean
  isLent: boolean
  isDelivered: boolean
  isFetchedInPerson: boolean
  holdsData: boolean
  needsStaff: boolean
  slotMinutes: number
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
  class: OfferClass
}

/** An instruction that an offer needs, and whether the reader has it. */
export type NeededInstruction = {
  id: string
  name: string
  kind: 'introduction' | 'safety'
  /** Null: the reader is not signed in, or never was instructed. */
  given: { on: string; until: string | null; isValid: boolean } | null
}
