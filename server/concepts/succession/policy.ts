import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'

/** Handing over moves what a school wrote to another one after a merger: by hand of the operator, and on the record. */
export const may = {
  handOver: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'operator'),
}
