import type { Actor } from '#server/auth/actor.ts'
import { may as inPlg, type PlgFacts } from '../policy.ts'

export const may = {
  /** Move on, back, pause, close: the group decides, those who speak for it write it down. */
  decide: (actor: Actor, facts: PlgFacts) => inPlg.lead(actor, facts),
}
