import type { Actor } from '#server/auth/actor.ts'
import { type Kind, KIND_DEFAULTS } from '../contract.ts'
import { may as mayPlg, type PlgFacts } from '../policy.ts'
import type { SessionState } from './contract.ts'

/** The group as far as its meetings are concerned. */
export type GroundFacts = { plg: PlgFacts; kind: Kind; isClosed: boolean }

/** One meeting, and what the actor does for it. */
export type SessionFacts = GroundFacts & {
  state: SessionState
  /** From half an hour before its beginning on. */
  hasBegun: boolean
  hasMinuteTaker: boolean
  own: { isHost: boolean; isMinuteTaker: boolean; isProtocolLead: boolean }
}

const isInside = (actor: Actor, { plg }: GroundFacts) => mayPlg.enter(actor, plg)
/** A guest comes for one meeting and reads; a finished PLG stays as it is. */
const worksIn = (actor: Actor, facts: GroundFacts) =>
  isInside(actor, facts) && facts.plg.seat?.role !== 'guest' && !facts.isClosed
const leadsIn = (actor: Actor, facts: GroundFacts) =>
  worksIn(actor, facts) && mayPlg.keepOrder(actor, facts.plg)
const isOn = ({ state }: SessionFacts) => state !== 'cancelled'
const keepsMinutes = ({ kind }: GroundFacts) => KIND_DEFAULTS[kind].keepsMinutes

export const may = {
  read: (actor: Actor, facts: GroundFacts) => isInside(actor, facts),
  /** Lead and facilitator call the meetings, and ask for dates. */
  plan: (actor: Actor, facts: GroundFacts) => leadsIn(actor, facts),
  work: (actor: Actor, facts: GroundFacts) => worksIn(actor, facts),

  change: (actor: Actor, facts: SessionFacts) =>
    facts.state === 'planned' &&
    (leadsIn(actor, facts) || (worksIn(actor, facts) && facts.own.isHost)),
  cancel: (actor: Actor, facts: SessionFacts) => facts.state === 'planned' && leadsIn(actor, facts),
  /** Who was there is written down by those who look after the meeting. */
  noteAttendance: (actor: Actor, facts: SessionFacts) =>
    isOn(facts) &&
    facts.hasBegun &&
    (leadsIn(actor, facts) ||
      (worksIn(actor, facts) && (facts.own.isHost || facts.own.isMinuteTaker))),
  /** Whoever has that duty, or lead and facilitator; while nobody has it, everybody of the group. */
  writeMinutes: (actor: Actor, facts: SessionFacts) =>
    isOn(facts) &&
    keepsMinutes(facts) &&
    worksIn(actor, facts) &&
    (!facts.hasMinuteTaker || facts.own.isMinuteTaker || leadsIn(actor, facts)),
  /** A supervision group leaves no trace of what was said. */
  takeNotes: (actor: Actor, facts: SessionFacts) =>
    isOn(facts) && keepsMinutes(facts) && worksIn(actor, facts),
  /** One's own words about a meeting that has begun. */
  checkOut: (actor: Actor, facts: SessionFacts) =>
    isOn(facts) && facts.hasBegun && isInside(actor, facts) && !facts.isClosed,
  leadProtocol: (actor: Actor, facts: SessionFacts) =>
    isOn(facts) && (leadsIn(actor, facts) || (worksIn(actor, facts) && facts.own.isProtocolLead)),
}
