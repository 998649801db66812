import { type Actor, fullName, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { ThingCard } from '#server/platform/things.ts'
import * as sql from './sql.ts'

const readerOf = (actor: Actor): sql.Reader => ({
  id: actor.id,
  schoolIds: schoolsOf(actor),
  at: now(),
})

type Row = Awaited<ReturnType<typeof sql.listCards>>[number]

/** A person has no page yet, so there is no path: it is shown as a name. */
const cardOf = (row: Row): ThingCard => ({
  id: row.id,
  title: fullName(row),
  context: row.places ?? '',
  path: '',
})

/** Persons as things that texts mention: those of one's own school or with a common PLG (safety.md PR-7). */
export async function personCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  return (await sql.listCards(readerOf(actor), ids)).map(cardOf)
}

/**
 * Whom one can mention: each word begins a part of the name. Members of the PLG one writes in come first;
 * without words they alone come.
 */
export async function findPersons(
  actor: Actor,
  asked: { words: string[]; plgId: string | null; limit: number },
): Promise<ThingCard[]> {
  const onlyThere = asked.words.length === 0
  if (!isConfirmed(actor) || (onlyThere && asked.plgId === null)) return []
  return (await sql.listFound(readerOf(actor), { ...asked, onlyThere })).map(cardOf)
}
