import {
  type Actor,
  hasNetworkRole,
  hasSchoolRole,
  isConfirmed,
  schoolsOf,
} from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'

const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

export type OfferFacts = { state: string }
/** Whose booking: the person that answers for it, who typed it, and for which school. */
export type BookingFacts = {
  personId: string | null
  createdBy: string | null
  schoolId: string | null
}
type Asker = Actor | null

const manages = (actor: Actor) => hasNetworkRole(actor, 'smz_staff')
const belongs = (actor: Actor, schoolId: string | null) =>
  schoolId === null || schoolsOf(actor).includes(schoolId)
/** Who answers for it reads on after leaving the school, until somebody else does (rule 19); who typed it does not. */
const reads = (actor: Actor, { personId, createdBy, schoolId }: BookingFacts) =>
  isConfirmed(actor) &&
  (personId === actor.id || (createdBy === actor.id && belongs(actor, schoolId)))
/** In the name of a school acts only who is there. */
const isOwn = (actor: Actor, { personId, createdBy, schoolId }: BookingFacts) =>
  isConfirmed(actor) &&
  (personId === actor.id || createdBy === actor.id) &&
  belongs(actor, schoolId)
const leads = (actor: Actor, schoolId: string | null) =>
  schoolId !== null && hasSchoolRole(actor, HEADS, schoolId)

/** Who may what in the MediaLab. Parts with states of their own have tables of their own in their folders. */
export const may = {
  /** Offers are public; what is a draft or retired is for the SMZ. */
  see: (actor: Asker, { state }: OfferFacts) =>
    state === 'listed' || (actor !== null && manages(actor)),
  /** That there was an offer, and what there is instead: links to it stand in bookings and posts. */
  knowGone: (_actor: Asker, { state }: OfferFacts) => state === 'retired',
  /** Offers, hours, requests, counter. */
  manage: (actor: Actor, _facts: object) => manages(actor),
  /** For one's own school; the city's own people without one; the SMZ for everybody. */
  bookFor: (actor: Actor, { schoolId }: { schoolId: string | null }) =>
    manages(actor) ||
    (schoolId === null
      ? hasNetworkRole(actor, 'facilitator', 'media_advisor', 'school_authority_staff')
      : schoolsOf(actor).includes(schoolId)),
  /** A rule set aside, with a reason that is kept (rule 21). */
  override: (actor: Actor, _facts: object) => manages(actor),
  /** Its Schulleitung agrees to it, so it may read it. */
  seeBooking: (actor: Actor, facts: BookingFacts) =>
    reads(actor, facts) || manages(actor) || leads(actor, facts.schoolId),
  changeBooking: (actor: Actor, facts: BookingFacts) => isOwn(actor, facts) || manages(actor),
  consent: (actor: Actor, { schoolId }: { schoolId: string | null }) => leads(actor, schoolId),
  /** Give to somebody else of the school what somebody who has left it had booked, or call it off (rule 19). */
  reassign: (actor: Actor, { schoolId, hasLeft }: { schoolId: string | null; hasLeft: boolean }) =>
    hasLeft && leads(actor, schoolId),
  /** Figures about offers and schools together, never about one person. */
  seeUtilisation: (actor: Actor, _facts: object) =>
    hasNetworkRole(actor, 'smz_staff', 'media_advisor', 'school_authority_staff'),
}
