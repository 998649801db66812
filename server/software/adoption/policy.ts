import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { may as software, type SchoolFacts } from '../policy.ts'

/** What only the own school's people do; deciding and reading are in `software/policy.ts`. */
export const may = {
  /** Whoever decides need not ask. */
  wish: (actor: Actor, facts: SchoolFacts) =>
    schoolsOf(actor).includes(facts.schoolId) && !software.decideFor(actor, facts),
}
