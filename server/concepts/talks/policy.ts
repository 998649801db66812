import { type Actor, hasSchoolRole, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import { isAuthority, isSchoolSide } from '../equipment/policy.ts'
import type { Side, TalkState } from './contract.ts'

/** What must be known of a talk to judge. */
export type TalkFacts = {
  schoolId: string
  state: TalkState
  /** The actor is among those who take part. */
  isInvited: boolean
  hasBegun: boolean
  isShared: boolean
  isTakenOver: boolean
  /** Both have signed, also when it is closed since. */
  isAgreed: boolean
}

/** Who signs for the school. */
export const SIGNERS: SchoolRole[] = ['principal', 'deputy_principal']

/** For whom somebody speaks. Who is both speaks for the school: nobody signs for both. */
export function sideOf(actor: Actor, facts: { schoolId: string }): Side | null {
  if (isSchoolSide(actor, facts)) return 'school'
  // Who only works at the school does not speak against it for the Amt.
  return isAuthority(actor) && !schoolsOf(actor).includes(facts.schoolId) ? 'authority' : null
}

type Rule = (actor: Actor, facts: TalkFacts) => boolean
const isBefore = ({ state }: TalkFacts) => ['open', 'scheduled', 'prepared'].includes(state)
const bySide =
  (...sides: Side[]) =>
  (actor: Actor, facts: TalkFacts) => {
    const side = sideOf(actor, facts)
    return side !== null && sides.includes(side)
  }
const both = bySide('school', 'authority')
const when =
  (rule: Rule, is: (facts: TalkFacts) => boolean): Rule =>
  (actor, facts) =>
    rule(actor, facts) && is(facts)
const isHeld = ({ state }: TalkFacts) => state === 'held'
const isAgreed = (facts: TalkFacts) => facts.isAgreed

/** No rule here approves anything: the talk ends with what both have signed (R33-9). */
export const may = {
  /** Both sides, whom they invited; the staff of the school reads what came of it. */
  see: (actor: Actor, facts: TalkFacts) =>
    both(actor, facts) ||
    (isConfirmed(actor) && facts.isInvited) ||
    (isAgreed(facts) && schoolsOf(actor).includes(facts.schoolId)),
  /** Dates, participants, agenda. */
  plan: when(both, isBefore),
  prepareSchool: when(bySide('school'), isBefore),
  prepareAuthority: when(bySide('authority'), isBefore),
  /** Which version of its concept, if any, the school lets the Amt read. */
  share: when(bySide('school'), (facts) => isBefore(facts) && !facts.isShared),
  unshare: when(bySide('school'), (facts) => isBefore(facts) && facts.isShared),
  /** The version that was shared, and nothing else of the concept. */
  readShared: when(both, ({ isShared }) => isShared),
  hold: when(both, (facts) => isBefore(facts) && facts.hasBegun),
  /** Minutes, what both conclude, agreements: when it was talked about. */
  conclude: when(both, isHeld),
  settle: when(both, (facts) => isHeld(facts) || isAgreed(facts)),
  signSchool: (actor: Actor, facts: TalkFacts) =>
    isHeld(facts) &&
    sideOf(actor, facts) === 'school' &&
    hasSchoolRole(actor, SIGNERS, facts.schoolId),
  signAuthority: when(bySide('authority'), isHeld),
  /** An end: without a word when both have signed, else with a reason. */
  close: when(bySide('authority'), ({ state }) => state !== 'closed'),
  takeOver: when(bySide('school'), (facts) => isAgreed(facts) && !facts.isTakenOver),
} satisfies Record<string, Rule>

/** Rounds and talks in between, and who is late: for the Amt. */
export const rounds = {
  open: (actor: Actor, _facts: object) => isAuthority(actor),
  /** In between the school may ask for one, too (R4-5). */
  call: (actor: Actor, facts: { schoolId: string }) =>
    isAuthority(actor) || isSchoolSide(actor, facts),
}
