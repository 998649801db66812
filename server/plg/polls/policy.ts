import type { Actor } from '#server/auth/actor.ts'
import { type GroundFacts, may as maySession } from '../sessions/policy.ts'
import type { PollState } from './contract.ts'

export type PollFacts = GroundFacts & { state: PollState }

const isOpen = ({ state }: PollFacts) => state === 'open'

export const may = {
  read: maySession.read,
  /** Who calls the meetings asks for dates. */
  open: maySession.plan,
  answer: (actor: Actor, facts: PollFacts) => isOpen(facts) && maySession.work(actor, facts),
  /** Making one of the times a meeting, or ending the poll without. */
  decide: (actor: Actor, facts: PollFacts) => isOpen(facts) && maySession.plan(actor, facts),
}
