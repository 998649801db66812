import type { Actor } from '#server/auth/actor.ts'
import { type ConceptFacts, may as mayOfConcept } from '../policy.ts'
import type { GoalVisibility } from './contract.ts'

export type GoalFacts = ConceptFacts & { visibility: GoalVisibility; isOwner: boolean }

export const may = {
  /** Goals of the working copy: the staff of the school, unless those who write keep one to themselves. */
  see: (actor: Actor, facts: GoalFacts) =>
    mayOfConcept.readWorking(actor, facts) &&
    (facts.visibility !== 'authors' || facts.isOwner || mayOfConcept.write(actor, facts)),
}
