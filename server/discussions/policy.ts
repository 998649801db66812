import type { Actor } from '#server/auth/actor.ts'
import { may as mayInPlg, type PlgFacts } from '#server/plg/policy.ts'

/** What must be known of a topic to judge. */
export type TopicFacts = { plg: PlgFacts; authorId: string | null }

/** Leads and the facilitator keep order in the discussion of their PLG; no office does. */
export const keepsOrder = (actor: Actor, { plg }: { plg: PlgFacts }) =>
  mayInPlg.keepOrder(actor, plg)

export const may = {
  read: (actor: Actor, { plg }: TopicFacts) => mayInPlg.enter(actor, plg),
  write: (actor: Actor, { plg }: TopicFacts) => mayInPlg.enter(actor, plg),
  rename: (actor: Actor, facts: TopicFacts) => isInside(actor, facts) && isAuthor(actor, facts),
  solve: (actor: Actor, facts: TopicFacts) =>
    keepsOrder(actor, facts) || (isInside(actor, facts) && isAuthor(actor, facts)),
  pin: keepsOrder,
  lock: keepsOrder,
  deleteTopic: (actor: Actor, { plg }: TopicFacts) => mayInPlg.lead(actor, plg),
}

const isInside = (actor: Actor, { plg }: TopicFacts) => mayInPlg.enter(actor, plg)
const isAuthor = (actor: Actor, { authorId }: TopicFacts) => authorId === actor.id
