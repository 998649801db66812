import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'

export const may = {
  /** Whoever may read something may report it (product.md section 6: from the first day). */
  report: (_actor: Actor, facts: { isReadable: boolean }) => facts.isReadable,
  /** What one reported oneself stays readable, with its answer, even when the thing is gone. */
  readAnswer: (actor: Actor, facts: { reporterId: string | null }) => facts.reporterId === actor.id,
  /** The desk of the SMZ. It opens nothing that its people may not read anyway. */
  handle: (actor: Actor) => hasNetworkRole(actor, 'smz_staff'),
}
