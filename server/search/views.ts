import type { Actor } from '#server/auth/actor.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { searchGroups } from '#server/platform/search.ts'
import { cleanText } from '#server/platform/text.ts'
import { LONGEST_QUERY, type SearchResults } from './contract.ts'
import { wordsOf } from './rules.ts'

const SHOWN = 10

/**
 * What the reader may see and what contains all the words, grouped by kind. Each area searches its own things
 * by its own rights; a visitor finds what is public.
 *
 * @throws TooMany after 60 searches in a minute
 */
export async function resultsFor(
  by: { actor: Actor | null; network: string },
  typed: string,
): Promise<SearchResults> {
  const q = cleanText(typed).replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY)
  const words = wordsOf(q)
  if (words.length === 0) return { q, words, groups: [] }
  await spend('search', by.actor?.id ?? by.network)
  const groups = await Promise.all(
    searchGroups().map(async ({ kind, title, find }) => {
      const found = await find(by.actor, words, SHOWN + 1)
      const cards = found.slice(0, SHOWN).map(({ id, title, context, path }) => ({
        id,
        title,
        context,
        path,
      }))
      return { kind, title, cards, hasMore: found.length > SHOWN }
    }),
  )
  return { q, words, groups: groups.filter((group) => group.cards.length > 0) }
}
