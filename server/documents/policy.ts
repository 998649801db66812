import type { Actor } from '#server/auth/actor.ts'
import type { HomeRights } from '#server/platform/homes.ts'

/** What must be known of a document to judge. `home` is what the actor may do where it lives. */
export type DocumentFacts = {
  home: HomeRights
  authorId: string | null
  isArchived: boolean
  isDeleted: boolean
}

const isThere = ({ home, isDeleted }: DocumentFacts) => home.read && !isDeleted
const isOpen = (facts: DocumentFacts) => isThere(facts) && !facts.isArchived && facts.home.write
/** Belongs to nothing else that decides about it. */
const isFree = ({ home }: { home: HomeRights }) => home.isBound !== true
const mayPutAway = (actor: Actor, { home, authorId }: DocumentFacts) =>
  isFree({ home }) && (home.keepOrder || (home.write && authorId === actor.id))

/** Who lives where a document lives writes in it; putting it away is for its author and who keeps order there. */
export const may = {
  list: (_actor: Actor, { home }: { home: HomeRights }) => home.read,
  create: (_actor: Actor, { home }: { home: HomeRights }) => home.write && isFree({ home }),
  read: (_actor: Actor, facts: DocumentFacts) => isThere(facts),
  write: (_actor: Actor, facts: DocumentFacts) => isOpen(facts),
  comment: (_actor: Actor, facts: DocumentFacts) => isOpen(facts),
  /** Title, folder, whether it is a template. */
  describe: (_actor: Actor, facts: DocumentFacts) => isOpen(facts) && isFree(facts),
  saveVersion: (_actor: Actor, facts: DocumentFacts) => isOpen(facts),
  restoreVersion: (_actor: Actor, facts: DocumentFacts) => isOpen(facts),
  move: (actor: Actor, facts: DocumentFacts) => isOpen(facts) && mayPutAway(actor, facts),
  archive: (actor: Actor, facts: DocumentFacts) => isThere(facts) && mayPutAway(actor, facts),
  delete: (actor: Actor, facts: DocumentFacts) => isThere(facts) && mayPutAway(actor, facts),
  restore: (actor: Actor, facts: DocumentFacts) =>
    facts.home.read && facts.isDeleted && mayPutAway(actor, facts),
}
