import { PERSON } from '#server/accounts/directory/contract.ts'
import { findPersons } from '#server/accounts/directory/views.ts'
import type { Actor } from '#server/auth/actor.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { searchGroups } from '#server/platform/search.ts'
import { cleanText, wordsIn } from '#server/platform/text.ts'
import { isThingKind, type ThingCard, thingWord } from '#server/platform/things.ts'
import { LONGEST_QUERY } from '#server/search/contract.ts'
import { type LiveCard, MOST_SUGGESTED, type Suggestions } from '../contract.ts'
import { pointerOf, shareOut, titlesFirst } from '../rules.ts'

type Asked = {
  q: string
  /** "kind:id" of the home one writes in; '' for none. */
  home: string
  persons: boolean
  most?: number
}

/**
 * What one could mean by the words typed so far: persons, and things that the areas' searches find, each by
 * its own rights. A letter is enough for a name, two for a thing.
 *
 * @throws TooMany
 */
export async function suggestionsFor(
  actor: Actor,
  { q, home, persons, most = MOST_SUGGESTED }: Asked,
): Promise<Suggestions> {
  await spend('suggestions', actor.id)
  const words = wordsIn(cleanText(q), LONGEST_QUERY)
  const place = pointerOf(home)
  const plgId = place?.kind === 'plg' ? place.id : null
  const groups = await Promise.all([
    persons ? findPersons(actor, { words, plgId, limit: most }).then(groupOf(PERSON)) : [],
    ...thingsFound(actor, words, most),
  ])
  return { groups: shareOut(groups.flat(), most) }
}

function thingsFound(actor: Actor, words: string[], most: number) {
  const long = words.filter((word) => [...word].length > 1)
  if (long.length === 0) return []
  return searchGroups()
    .filter(({ kind }) => isThingKind(kind))
    .map(({ kind, find }) =>
      find(actor, long, most)
        .then((found) => titlesFirst(found, long))
        .then(groupOf(kind)),
    )
}

const groupOf = (kind: string) => (found: ThingCard[]) => {
  const word = thingWord(kind)
  const isPerson = kind === PERSON
  const cards = found.map(({ id, title, context, path }): LiveCard => ({
    kind,
    id,
    word,
    title,
    context,
    path,
    isPerson,
  }))
  return { kind, word, cards }
}
