import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'

export const may = {
  /** The protocol names persons and acts: for the technical administration alone. */
  read: (actor: Actor) => hasNetworkRole(actor, 'operator'),
}
