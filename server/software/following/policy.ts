import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import type { Visibility } from './contract.ts'

export type ListFacts = { personId: string; visibility: Visibility; isDeleted: boolean }

const owns = (actor: Actor, { personId }: ListFacts) => personId === actor.id

/** Lists belong to who made them; shared ones may be read by everybody who is confirmed. */
export const may = {
  see: (actor: Actor, list: ListFacts) =>
    isConfirmed(actor) && !list.isDeleted && (owns(actor, list) || list.visibility === 'network'),
  change: (actor: Actor, list: ListFacts) =>
    isConfirmed(actor) && owns(actor, list) && !list.isDeleted,
  restore: (actor: Actor, list: ListFacts) => isConfirmed(actor) && owns(actor, list),
}
