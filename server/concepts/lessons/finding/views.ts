import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { readableReach } from '../../policy.ts'
import { reads } from '../policy.ts'
import { cardOf, factsOf } from '../views.ts'
import { listFound } from './sql.ts'

/** What the search finds, with the rights of the page. */
export async function searchLessons(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (words.length === 0) return []
  const known = actor && isConfirmed(actor) ? actor : null
  const by = {
    personId: known?.id ?? null,
    schoolIds: known ? schoolsOf(known) : [],
    reach: readableReach(actor),
  }
  const rows = await listFound(by, words, limit)
  return rows.filter((row) => reads(actor, factsOf(row))).map(cardOf)
}
