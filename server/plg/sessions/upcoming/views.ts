import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { whenAndWhere } from '../rules.ts'
import * as sql from './sql.ts'

/** When the actor's groups meet next. */
export async function nextMeetings(actor: Actor, limit: number) {
  if (!isConfirmed(actor)) return []
  const rows = await sql.listNext(actor.id, now(), limit)
  return rows.map(({ id, number, title, startsAt, endsAt, place, plg, slug }) => ({
    ...{ id, title, startsAt, endsAt, place, plg },
    path: paths.session(slug, number),
  }))
}

/** What the search finds of meetings: those of one's own groups, whatever office one holds. */
export async function searchMeetings(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !isConfirmed(actor) || words.length === 0) return []
  const rows = await sql.search(actor.id, words, limit)
  return rows.map(({ id, number, title, startsAt, plg, slug }) => ({
    ...{ id, title },
    context: whenAndWhere(plg, startsAt),
    path: paths.session(slug, number),
  }))
}
