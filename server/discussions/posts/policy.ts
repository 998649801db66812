import type { Actor } from '#server/auth/actor.ts'
import { may as mayInPlg } from '#server/plg/policy.ts'
import { keepsOrder, type TopicFacts } from '../policy.ts'

/** What must be known of a post to judge. */
export type PostFacts = TopicFacts & {
  post: { authorId: string | null; isDeleted: boolean; deletedBy: string | null }
}

const isOwn = (actor: Actor, { plg, post }: PostFacts) =>
  mayInPlg.enter(actor, plg) && post.authorId === actor.id

export const may = {
  /** Thanks are for others. */
  react: (actor: Actor, { plg, post }: PostFacts) =>
    mayInPlg.enter(actor, plg) && !post.isDeleted && post.authorId !== actor.id,
  /** Only the author changes words; whoever keeps order can take a post away. */
  edit: (actor: Actor, facts: PostFacts) => isOwn(actor, facts) && !facts.post.isDeleted,
  delete: (actor: Actor, facts: PostFacts) =>
    (isOwn(actor, facts) || keepsOrder(actor, facts)) && !facts.post.isDeleted,
  /** An author brings back what the author took away, not what somebody else did. */
  restore: (actor: Actor, facts: PostFacts) =>
    facts.post.isDeleted &&
    (keepsOrder(actor, facts) || (isOwn(actor, facts) && facts.post.deletedBy === actor.id)),
  seeHistory: (actor: Actor, facts: PostFacts) =>
    (isOwn(actor, facts) && !facts.post.isDeleted) || keepsOrder(actor, facts),
}
