import { remember } from '@epic-web/remember'
import type { Actor } from '#server/auth/actor.ts'
import type { ThingCard } from './things.ts'

/**
 * What an area contributes to the search: its own SQL with the same read predicate as its pages.
 * `find` answers with at most `limit` cards that contain all `words`, the best first; a visitor is null.
 */
export type SearchGroup = {
  kind: string
  /** Heading of the group: "Schulen", "PLGs". */
  title: string
  find: (actor: Actor | null, words: string[], limit: number) => Promise<ThingCard[]>
}

const held = remember('search', () => ({ groups: [] as SearchGroup[] }))

export function registerSearch(all: SearchGroup[]): void {
  held.groups = all
}

export function searchGroups(): SearchGroup[] {
  return held.groups
}
