import type { Actor } from '#server/auth/actor.ts'
import { type PlgFacts, proveMember } from '../policy.ts'

export const may = {
  /** The question is the group's own: those who belong to it write it, guests and who accompanies read it. */
  write: (actor: Actor, facts: PlgFacts) =>
    proveMember(actor, '', facts) !== undefined &&
    (facts.seat?.role === 'lead' || facts.seat?.role === 'member'),
}
