import type { Actor } from '#server/auth/actor.ts'
import type { Standing } from '#server/platform/things.ts'

/** What must be known of a file to judge: how one stands towards its thing, and who did what with it. */
export type FileFacts = {
  standing: Standing
  createdBy: string | null
  isDeleted: boolean
  deletedBy: string | null
}

const reads = ({ standing }: { standing: Standing }) => standing.canRead
const changes = ({ standing }: { standing: Standing }) => standing.canRead && standing.canChange
const isOwn = (actor: Actor, { createdBy, standing }: FileFacts) =>
  createdBy === actor.id && !standing.isFixed

/**
 * A file has no rights of its own: who may read its thing may read it, who may change the thing may change it.
 * Whoever brought it may also take it away, as long as they may still read the thing and nothing rests on it.
 */
export const may = {
  read: (_actor: Actor, facts: FileFacts) => reads(facts) && !facts.isDeleted,
  add: (_actor: Actor, facts: { standing: Standing }) => changes(facts),
  replace: (_actor: Actor, facts: FileFacts) => changes(facts) && !facts.isDeleted,
  delete: (actor: Actor, facts: FileFacts) =>
    reads(facts) && !facts.isDeleted && (changes(facts) || isOwn(actor, facts)),
  restore: (actor: Actor, facts: FileFacts) =>
    reads(facts) &&
    facts.isDeleted &&
    (changes(facts) || (isOwn(actor, facts) && facts.deletedBy === actor.id)),
}
