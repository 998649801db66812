import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import type { DateState } from '../contract.ts'
import { type BookingFacts, may as mayInLab } from '../policy.ts'

/** A date at the counter; `hasBegun`: its first day is today or was before. */
export type DeskFacts = { state: DateState; hasBegun: boolean }

const atDesk = (actor: Actor) => mayInLab.manage(actor, {})
const AWAY: DateState[] = ['out', 'partly_back']
const PROMISED: DateState[] = ['confirmed', 'prepared']

/** What may be done at the counter, and when: the SMZ alone stands behind it. */
export const may = {
  stand: (actor: Actor, _facts: object) => atDesk(actor),
  prepare: (actor: Actor, { state }: DeskFacts) => atDesk(actor) && state === 'confirmed',
  handOut: (actor: Actor, { state }: DeskFacts) => atDesk(actor) && PROMISED.includes(state),
  /** Only as long as nothing of it is back. */
  undoHandOut: (actor: Actor, { state }: DeskFacts) => atDesk(actor) && state === 'out',
  /** Nobody is late before the day has come. */
  markNoShow: (actor: Actor, { state, hasBegun }: DeskFacts) =>
    atDesk(actor) && PROMISED.includes(state) && hasBegun,
  takeBack: (actor: Actor, { state }: DeskFacts) => atDesk(actor) && AWAY.includes(state),
  /** Whoever stands there; how long is the command's. */
  undoFinish: (actor: Actor, { state }: DeskFacts) =>
    atDesk(actor) && (state === 'back' || state === 'closed'),
  /** Says from school that something does not work; of one's own booking, while one has it. */
  report: (actor: Actor, { booking, state }: { booking: BookingFacts; state: DateState }) =>
    AWAY.includes(state) &&
    !hasNetworkRole(actor, 'smz_staff') &&
    mayInLab.changeBooking(actor, booking),
}
