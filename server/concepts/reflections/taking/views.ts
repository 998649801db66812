import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { readableCards, thingWord } from '#server/platform/things.ts'
import { paths } from '../../paths.ts'
import { ownConcepts } from '../../views.ts'
import { SOURCES } from '../contract.ts'
import { listTaken } from '../sql.ts'

type Thing = { kind: string; id: string }

/**
 * For pages of what may be taken into a log: the concepts one may add to, and those in which it stands already. Null
 * for who has none. The page has authorised the reading of the thing.
 */
export async function takingFor(actor: Actor | null, thing: Thing) {
  const own = actor ? await ownConcepts(actor) : []
  const open = own.filter(({ can }) => can.contribute)
  if (open.length === 0) return null
  const taken = new Set(
    await listTaken(
      open.map(({ id }) => id),
      thing,
    ),
  )
  return {
    thing,
    clientKey: randomUUID(),
    /** Whether one may also point at it where the concept is written, as at a Vorhaben in its matrix. */
    writes: open.some(({ can }) => can.write),
    concepts: open
      .filter(({ id }) => !taken.has(id))
      .map(({ id, title, school }) => ({ id, title, school: school.name })),
    taken: open
      .filter(({ id }) => taken.has(id))
      .map(({ title, school }) => ({ title, path: paths.reflections(school.slug) })),
  }
}
/** The page of its own, for a form that was refused. */
export async function takingPage(actor: Actor, kind: string, id: string) {
  const isSource = SOURCES.has(kind)
  const cards = isSource ? await readableCards(actor, [{ thingKind: kind, thingId: id }]) : null
  const card = existing(cards?.get(`${kind}:${id}`))
  return {
    card: { title: card.title, path: card.path, word: thingWord(kind) },
    taking: await takingFor(actor, { kind, id }),
  }
}
