import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import type { DateState } from '../contract.ts'
import { type BookingFacts, may } from '../policy.ts'

/** What must be known of a date of a booking to judge. */
export type DateFacts = BookingFacts & {
  state: DateState
  isLoan: boolean
  hasBegun: boolean
  isOver: boolean
  /** Cancelled so recently that it may come back. */
  isRecent: boolean
  /** A Schulleitung has to agree, by the rule of an offer. */
  needsPrincipal: boolean
  hasPrincipal: boolean
}

const OPEN: DateState[] = ['requested', 'confirmed', 'prepared']
const OUT: DateState[] = ['out', 'partly_back']

const isStaff = (actor: Actor) => hasNetworkRole(actor, 'smz_staff')
const isOf = (actor: Actor, facts: DateFacts, states: DateState[]) =>
  states.includes(facts.state) && may.changeBooking(actor, facts)

/** Who may do what with one date of a booking. What others must not know of is asked of `may.seeBooking` first. */
export const acts = {
  /** What has begun is called off by the SMZ only: it was not used. */
  cancel: (actor: Actor, facts: DateFacts) =>
    isOf(actor, facts, OPEN) && !facts.isOver && (!facts.hasBegun || isStaff(actor)),
  restore: (actor: Actor, facts: DateFacts) =>
    isOf(actor, facts, ['cancelled']) && facts.isRecent && !facts.hasBegun,
  /** What lies ready was packed for this day. */
  move: (actor: Actor, facts: DateFacts) =>
    !facts.hasBegun && isOf(actor, facts, isStaff(actor) ? OPEN : ['requested', 'confirmed']),
  /** Other people, other things: as long as nothing is packed. */
  rearrange: (actor: Actor, facts: DateFacts) =>
    !facts.hasBegun && isOf(actor, facts, ['requested', 'confirmed']),
  /** What is too late already is not kept longer by a click. */
  extend: (actor: Actor, facts: DateFacts) =>
    facts.isLoan && isOf(actor, facts, OUT) && (!facts.isOver || isStaff(actor)),
  edit: (actor: Actor, facts: DateFacts) => isOf(actor, facts, [...OPEN, ...OUT]),
  approve: (actor: Actor, facts: DateFacts) =>
    facts.state === 'requested' && !facts.hasBegun && may.manage(actor, {}),
  /** By the SMZ, or by the Schulleitung that would have to agree. */
  reject: (actor: Actor, facts: DateFacts) =>
    facts.state === 'requested' &&
    (may.manage(actor, {}) || (facts.needsPrincipal && may.consent(actor, facts))),
  consent: (actor: Actor, facts: DateFacts) =>
    facts.state === 'requested' &&
    facts.needsPrincipal &&
    !facts.hasPrincipal &&
    !facts.hasBegun &&
    may.consent(actor, facts),
}
