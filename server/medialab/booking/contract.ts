import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Approval, DateState, HolidayRule, OfferClass, OfferKind } from '../contract.ts'
import type { Span } from '../opening/contract.ts'

/** What the rules of an offer say; set by the SMZ. */
export type OfferRules = {
  kind: OfferKind
  class: OfferClass
  isInLab: boolean
  isLent: boolean
  isDelivered: boolean
  isFetchedInPerson: boolean
  places: number | null
  gradeMin: number | null
  gradeMax: number | null
  minAge: number | null
  minLeadDays: number
  maxAdvanceDays: number
  maxSchoolDays: number
  maxProjectSchoolDays: number
  maxOpenPerSchool: number | null
  maxOpenPerPerson: number | null
  cooldownDays: number
  holidays: HolidayRule
  approval: Approval
}

/** What somebody wants of one offer: in the lab from hour to hour, or lent from day to day. */
export type Wish = {
  from: LocalDay
  to: LocalDay
  /** Of a use in the lab. */
  span: Span | null
  quantity: number
  participants: number | null
  grade: number | null
  isDelivered: boolean
}

/** What is known of the school, the person and the stock at this moment. */
export type WishFacts = {
  today: LocalDay
  /** Dates of this offer that are not over, of the school and of the person. */
  openOfSchool: number
  openOfPerson: number
  /** The last day on which the school had it. */
  lastEnd: LocalDay | null
  hasProject: boolean
  isInnovationProject: boolean
  /** Names of instructions that are missing on the first day, with the next date to get them. */
  missingInstructions: { name: string; next: LocalDay | null }[]
  missingCritical: string[]
  missingMinor: string[]
  /** Apps that the set needs and that may not be used at this Schulform. */
  unreleased: string[]
  /** bewegliche Ferientage of the school in the time. */
  schoolFree: string[]
  replacementCents: number | null
}

/**
 * What a rule says of a wish. 'refuse': not so; 'approve': the SMZ, or the principal too, has to agree; 'warn': know it.
 * The number is that of domain/medialab.md, section 5.
 */
export type Finding = {
  rule: number
  weight: 'refuse' | 'approve' | 'warn'
  field?: 'day' | 'to' | 'span' | 'quantity' | 'participants' | 'grade' | 'handover'
  sentence: string
}

/** Who has to agree in the end. */
export type Outcome = { state: 'refused' | 'requested' | 'confirmed'; approval: Approval }

/** A cancellation can be taken back so long; what was booked just now is given back without a word about it. */
export const UNDO_MINUTES = 10
/** Free until so many school days before (rule 17). */
export const FREE_CANCEL_DAYS = 2
export const PAGE_SIZE = 20

/** What was asked for on a date. */
export type BookedOffer = {
  id: string
  slug: string
  name: string
  kind: OfferKind
  quantity: number
  approval: Approval
  extensions: number
  /** Of a zone, a station or an event. */
  room: string | null
  /** On the sticker of what is held of it. */
  code: string | null
}

export type BookedDate = {
  id: string
  bookingId: string
  position: number
  isLoan: boolean
  startsAt: Date
  endsAt: Date
  state: DateState
  extended: number
  isLateCancelled: boolean
  stateReason: string
  principalAt: Date | null
  cancelledFrom: DateState | null
  changedAt: Date
  version: number
  offers: BookedOffer[]
}

/** What is written down of a booking: who did it when. */
export const ACTS = [
  'booked',
  'moved',
  'extended',
  'edited',
  'offers',
  'cancelled',
  'restored',
  'approved',
  'rejected',
  'consented',
  'expired',
  'reassigned',
] as const
export type Act = (typeof ACTS)[number]
