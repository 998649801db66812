import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import type { Standing } from '#server/platform/things.ts'

/** What the actor may do with a thing says its own area; what hangs on it follows from that. */
export const may = {
  see: (actor: Actor, standing: Standing) => isConfirmed(actor) && standing.canRead,
  relate: (actor: Actor, standing: Standing) =>
    isConfirmed(actor) && standing.canRead && standing.canChange,
}
