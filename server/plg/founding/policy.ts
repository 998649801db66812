import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { type Kind, KIND_DEFAULTS } from '../contract.ts'

export const may = {
  /** The SMZ brings people together whose idea it was, and accompanies them; of walled groups it knows nothing. */
  foundForOthers: (actor: Actor, { kind }: { kind: Kind }) =>
    hasNetworkRole(actor, 'smz_staff') && !KIND_DEFAULTS[kind].isWalled,
  /** Take over groups that were kept elsewhere. Whoever does sits in none of them. */
  takeOver: (actor: Actor, _facts: object) => hasNetworkRole(actor, 'smz_staff', 'operator'),
}
