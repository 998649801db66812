import {
  type Actor,
  hasNetworkRole,
  hasSchoolRole,
  isConfirmed,
  schoolsOf,
} from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import type { PlgRole } from '#server/plg/contract.ts'
import { type Addressee, ADDRESSEES, type CallState, type FundingEvent } from './contract.ts'

/** Who answers for an addressee: at the Schulträger also those who give releases. */
export const HOLDERS: Record<Addressee, readonly NetworkRole[]> = {
  smz_staff: ['smz_staff'],
  media_advisor: ['media_advisor'],
  subject_advisor: ['subject_advisor'],
  school_authority_staff: ['school_authority_staff', 'release_manager'],
}
export const DECIDERS: readonly NetworkRole[] = ['release_manager', 'school_authority_staff']
export const CALLERS: readonly NetworkRole[] = [
  'smz_staff',
  'media_advisor',
  'subject_advisor',
  ...DECIDERS,
]
const HEADS: SchoolRole[] = ['principal', 'deputy_principal']

/** The actor's active part in the PLG a thing belongs to. */
type Place = { seatRole: PlgRole | null }
export type RequestFacts = Place & { addressee: Addressee; createdBy: string | null }
export type CallFacts = {
  state: CallState
  createdBy: string | null
  /** It was started by a body the actor works for. */
  isOfOwnBody: boolean
}
export type FundingFacts = Place & {
  /** Named as an author of the Vorhaben. */
  isAuthor: boolean
  schoolId: string
  /** It has left the PLG once. */
  wasSubmitted: boolean
}

const holds = (actor: Actor, addressee: Addressee) => hasNetworkRole(actor, ...HOLDERS[addressee])
const belongs = (actor: Actor, { seatRole }: Place) =>
  isConfirmed(actor) && seatRole !== null && seatRole !== 'guest'
const leads = (actor: Actor, { seatRole }: Place) => isConfirmed(actor) && seatRole === 'lead'
const isDecider = (actor: Actor) => hasNetworkRole(actor, ...DECIDERS)
const isCaller = (actor: Actor) => hasNetworkRole(actor, ...CALLERS)

const decide = (actor: Actor, facts: FundingFacts) =>
  isDecider(actor) && facts.wasSubmitted && facts.seatRole === null && !facts.isAuthor
const apply = (actor: Actor, facts: Place) => leads(actor, facts)
const keepCall = (actor: Actor, facts: CallFacts) =>
  isCaller(actor) &&
  (facts.createdBy === actor.id || facts.isOfOwnBody || hasNetworkRole(actor, 'smz_staff'))

export const may = {
  ask: (actor: Actor, facts: Place) =>
    isConfirmed(actor) && (facts.seatRole === 'lead' || facts.seatRole === 'member'),
  /** Its PLG, and those it is addressed to. Nobody else knows of it. */
  seeRequest: (actor: Actor, facts: RequestFacts) =>
    belongs(actor, facts) || holds(actor, facts.addressee),
  handle: (actor: Actor, facts: RequestFacts) => holds(actor, facts.addressee),
  withdrawRequest: (actor: Actor, facts: RequestFacts) =>
    belongs(actor, facts) && (facts.seatRole === 'lead' || facts.createdBy === actor.id),
  inbox: (actor: Actor, _facts: object) => ADDRESSEES.some((addressee) => holds(actor, addressee)),

  readCalls: (actor: Actor, _facts: object) => isConfirmed(actor),
  startCall: (actor: Actor, _facts: object) => isCaller(actor),
  seeCall: (actor: Actor, facts: CallFacts) =>
    isConfirmed(actor) && (facts.state === 'published' || keepCall(actor, facts)),
  keepCall,
  /** Ideas come from schools, and from those who bring schools together. */
  proposeIdea: (actor: Actor, _facts: object) =>
    schoolsOf(actor).length > 0 || hasNetworkRole(actor, 'smz_staff', 'school_authority_staff'),

  /** Its PLG; once submitted those who decide; the head of the school that is to receive the money. */
  seeFunding: (actor: Actor, facts: FundingFacts) =>
    belongs(actor, facts) ||
    (facts.wasSubmitted && (isDecider(actor) || hasSchoolRole(actor, HEADS, facts.schoolId))),
  apply,
  /** Nobody decides on a Vorhaben they have a part in. */
  decide,
  keepBudget: (actor: Actor, _facts: object) => isDecider(actor),
  readBudget: (actor: Actor, _facts: object) =>
    isDecider(actor) || hasNetworkRole(actor, 'smz_staff'),
}

/** Who may bring an event about, whatever the state. */
export const mayBring: Record<FundingEvent, (actor: Actor, facts: FundingFacts) => boolean> = {
  submit: apply,
  answer: apply,
  withdraw: apply,
  account: apply,
  takeUp: decide,
  ask: decide,
  approve: decide,
  reject: decide,
  pay: decide,
  close: decide,
}

/** The addressees for whom the actor answers. */
export const answersFor = (actor: Actor): Addressee[] =>
  ADDRESSEES.filter((addressee) => holds(actor, addressee))

/** The schools whose applications the actor may read as their head. */
export const headOf = (actor: Actor): string[] =>
  actor.memberships.flatMap(({ schoolId }) =>
    schoolId !== null && hasSchoolRole(actor, HEADS, schoolId) ? [schoolId] : [],
  )
