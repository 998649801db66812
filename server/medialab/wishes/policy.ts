import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { may as mayInLab } from '../policy.ts'

export type WishFacts = { authorId: string | null; isDeleted: boolean }

const isOwn = (actor: Actor, { authorId }: WishFacts) => isConfirmed(actor) && authorId === actor.id

/** Whoever is confirmed says what is missing and that it is missing here too; the SMZ answers. */
export const may = {
  wish: (actor: Actor, _facts: object) => isConfirmed(actor),
  join: (actor: Actor, { isDeleted }: WishFacts) => isConfirmed(actor) && !isDeleted,
  answer: (actor: Actor, { isDeleted }: WishFacts) => mayInLab.manage(actor, {}) && !isDeleted,
  delete: (actor: Actor, facts: WishFacts) =>
    !facts.isDeleted && (isOwn(actor, facts) || mayInLab.manage(actor, {})),
  restore: (actor: Actor, facts: WishFacts) =>
    facts.isDeleted && (isOwn(actor, facts) || mayInLab.manage(actor, {})),
}
