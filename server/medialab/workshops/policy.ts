import { type Actor, hasNetworkRole, isConfirmed } from '#server/auth/actor.ts'
import { isLive, type SeatState, type WorkshopState } from './contract.ts'

/** A workshop and the actor's own place in it. */
export type WorkshopFacts = {
  state: WorkshopState
  /** Roles it is meant for; none: for all. */
  roles: string[]
  isLeader: boolean
  seat: { state: SeatState; wasPresent: boolean | null } | null
}
type Asker = Actor | null

const manages = (actor: Asker) => actor !== null && hasNetworkRole(actor, 'smz_staff')
const leads = (actor: Asker, { isLeader }: WorkshopFacts) =>
  manages(actor) || (actor !== null && isConfirmed(actor) && isLeader)
const holds = (actor: Asker, facts: WorkshopFacts) =>
  actor !== null && isConfirmed(actor) && isLive(facts.seat?.state)
const isMeant = (actor: Actor, roles: string[]) =>
  roles.length === 0 ||
  actor.memberships.some(({ state, role }) => state === 'confirmed' && roles.includes(role))

export const may = {
  /** Public as soon as it is published; a draft is known to those who make and lead it. */
  see: (actor: Asker, facts: WorkshopFacts) => facts.state !== 'draft' || leads(actor, facts),
  manage: (actor: Actor, _facts: object) => manages(actor),
  /** The list of names, who was there, the material. */
  lead: (actor: Actor, facts: WorkshopFacts) => leads(actor, facts),
  /** Who leads it: for those who come or wait, never for the public. */
  seeLeaders: (actor: Asker, facts: WorkshopFacts) => leads(actor, facts) || holds(actor, facts),
  /** The way into the video meeting. */
  seeLink: (actor: Asker, facts: WorkshopFacts) =>
    leads(actor, facts) || (holds(actor, facts) && facts.seat?.state === 'taken'),
  signUp: (actor: Actor, facts: WorkshopFacts) =>
    isConfirmed(actor) && facts.state === 'published' && isMeant(actor, facts.roles),
  withdraw: (actor: Actor, facts: WorkshopFacts) =>
    facts.state === 'published' && holds(actor, facts),
  /** What one gave up oneself. */
  keepSeat: (actor: Actor, { personId }: { personId: string | null }) =>
    isConfirmed(actor) && personId === actor.id,
  /** A seat that came free and waits for an answer. */
  answer: (actor: Actor, facts: WorkshopFacts) =>
    facts.state === 'published' && holds(actor, facts) && facts.seat?.state === 'offered',
  /** On paper that one was there: not before somebody has said so. */
  certify: (actor: Actor, facts: WorkshopFacts) =>
    isConfirmed(actor) && facts.seat?.state === 'taken' && facts.seat.wasPresent === true,
}
