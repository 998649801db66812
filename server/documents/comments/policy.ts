import type { Actor } from '#server/auth/actor.ts'
import { type DocumentFacts, may as mayInDocument } from '../policy.ts'

/** What must be known of a comment to judge. */
export type CommentFacts = DocumentFacts & {
  comment: { authorId: string | null; isDeleted: boolean; deletedBy: string | null }
}

const isOwn = (actor: Actor, { comment }: CommentFacts) => comment.authorId === actor.id
const isTheirBusiness = (actor: Actor, facts: CommentFacts) =>
  mayInDocument.comment(actor, facts) && (isOwn(actor, facts) || facts.home.keepOrder)

/** What may be done with one comment. Beginning a thread, answering and "Erledigt" are `comment` of the document. */
export const may = {
  edit: (actor: Actor, facts: CommentFacts) =>
    mayInDocument.comment(actor, facts) && isOwn(actor, facts) && !facts.comment.isDeleted,
  /** Whoever keeps order can take a comment away, but not change its words. */
  delete: (actor: Actor, facts: CommentFacts) =>
    isTheirBusiness(actor, facts) && !facts.comment.isDeleted,
  /** What somebody else took away, its author cannot bring back: whoever keeps order decided. */
  restore: (actor: Actor, facts: CommentFacts) =>
    isTheirBusiness(actor, facts) &&
    facts.comment.isDeleted &&
    (facts.home.keepOrder || facts.comment.deletedBy === actor.id),
}
