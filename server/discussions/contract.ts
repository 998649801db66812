/** Limits that forms and schemas share (safety.md RL-5). */
export const LIMITS = { title: { min: 3, max: 200 }, body: { max: 8000 } } as const

/** The database takes no more; endless marks could make ten times the text. */
export const LONGEST_HTML = 60_000

/** More marks than anybody types; thousands of nested ones take the renderer a second. */
export const MOST_MARKS = 1200

export const POSTS_PER_PAGE = 30
export const TOPICS_PER_PAGE = 25

/** Unread posts of one topic are not counted further; the screen says "99+" anyway. */
export const MOST_COUNTED = 100

export const REACTIONS = ['thanks', 'helpful', 'will_try'] as const
export type Reaction = (typeof REACTIONS)[number]

export type Counted = { kind: Reaction; count: number; isMine: boolean }

/** All kinds of reactions to a post. Only those that somebody used travel with it: most posts have few. */
export function reactionsOf({ reactions }: { reactions: Counted[] }): Counted[] {
  return REACTIONS.map(
    (kind) => reactions.find((one) => one.kind === kind) ?? { kind, count: 0, isMine: false },
  )
}

export const FILTERS = ['all', 'unread', 'solved'] as const
export type TopicFilter = (typeof FILTERS)[number]

/** Somebody who can be mentioned. */
export type Mentionable = { id: string; firstName: string; lastName: string; school: string | null }
