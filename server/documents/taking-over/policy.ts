import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'

export const may = {
  /** Put a list of links into a group that is taken over; it gives no way to read what is there. */
  placeLinks: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'smz_staff', 'operator'),
}
