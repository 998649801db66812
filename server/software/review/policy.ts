import type { Actor } from '#server/auth/actor.ts'
import { type CaseFacts, mayBring } from '../cases/policy.ts'
import { may as mayDo } from '../policy.ts'

/** Work on cases. What an event of the machine needs stands in `cases/policy.ts`; here is what leads there. */
export const may = {
  /** The desk and its cases. */
  visit: (actor: Actor, _facts: object) => mayDo.seeReview(actor, {}),
  triage: (actor: Actor, _facts: object) => mayDo.review(actor, {}),
  /** Check points, evidence, questions: whoever reviews, and did not propose it. */
  work: (actor: Actor, { requestedBy }: Pick<CaseFacts, 'requestedBy'>) =>
    mayDo.review(actor, {}) && requestedBy !== actor.id,
  /** A verdict, also in a draft, is the officer's alone. */
  decide: (actor: Actor, facts: CaseFacts) => mayBring.sign(actor, facts),
  keepBlocks: (actor: Actor, _facts: object) => mayDo.sign(actor, {}),
}
