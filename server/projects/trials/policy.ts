import type { Actor } from '#server/auth/actor.ts'
import { may as project, type ProjectFacts } from '../policy.ts'

export const may = {
  add: (actor: Actor, facts: ProjectFacts) => project.write(actor, facts),
  /** Who taught it, and who keeps order in the PLG. */
  change: (actor: Actor, facts: ProjectFacts & { teacherId: string | null }) =>
    project.write(actor, facts) &&
    (facts.teacherId === actor.id ||
      facts.seat?.role === 'lead' ||
      facts.seat?.role === 'facilitator'),
}
