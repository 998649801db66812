import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { may as mayInDirectory } from '../policy.ts'

export type EntryFacts = { authorId: string | null; isOfficial: boolean; isDeleted: boolean }

/** An official answer stays until who gave it, or another officer, takes it back. */
const keeps = (actor: Actor, { authorId, isOfficial }: EntryFacts) =>
  isOfficial
    ? mayInDirectory.answerOfficially(actor, {})
    : (isConfirmed(actor) && authorId === actor.id) || mayInDirectory.curate(actor, {})

export const may = {
  delete: (actor: Actor, facts: EntryFacts) => !facts.isDeleted && keeps(actor, facts),
  restore: (actor: Actor, facts: EntryFacts) => facts.isDeleted && keeps(actor, facts),
}
