import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'

export const may = {
  /** The page itself. Which PLGs stand on it, the seats decide: only those one accompanies. */
  accompany: (actor: Actor, _facts: object) =>
    hasNetworkRole(actor, 'facilitator', 'smz_staff', 'media_advisor'),
}
