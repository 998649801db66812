import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { may as mayInDirectory } from '../policy.ts'

export type ExperienceFacts = { authorId: string | null; isDeleted: boolean }

const isOwn = (actor: Actor, { authorId }: ExperienceFacts) =>
  isConfirmed(actor) && authorId === actor.id

/** One's own words are one's own; curators take away what should not stand there, and can bring it back. */
export const may = {
  edit: (actor: Actor, facts: ExperienceFacts) => isOwn(actor, facts) && !facts.isDeleted,
  delete: (actor: Actor, facts: ExperienceFacts) =>
    !facts.isDeleted && (isOwn(actor, facts) || mayInDirectory.curate(actor, {})),
  restore: (actor: Actor, facts: ExperienceFacts) =>
    facts.isDeleted && (isOwn(actor, facts) || mayInDirectory.curate(actor, {})),
}
