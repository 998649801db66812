import { remember } from '@epic-web/remember'
import type { Actor } from '#server/auth/actor.ts'

/** A thing as a line: for the bell, mails, search and cards. What has no page of its own, a person, has '' as path. */
export type ThingCard = { id: string; title: string; context: string; path: string }

/**
 * A kind of thing that others may point at. An area registers it; whoever lists things of many areas
 * (bell, digest, reports) asks here and so passes through the area's own rights at the moment of reading.
 */
export type ThingKind = {
  kind: string
  /** The German word for one of it. */
  word: string
  /** A person is shown by name only; other things as a card with their word. */
  isPerson?: boolean
  /** What this person may do with one of them, for what hangs on it: files, references. Missing: nothing hangs on it. */
  standing?: (actor: Actor, id: string) => Promise<Standing>
  /** May everybody have the files of it, also without an account? Missing: nobody. */
  isOpen?: (id: string) => Promise<boolean>
  /** Cards of those among `ids` that this person may read now; the others are missing. One query, whatever the number. */
  cards: (actor: Actor, ids: string[]) => Promise<ThingCard[]>
  /** The id of the thing whose page has this address. Knows no rights: whoever shows it asks for the card. */
  locate?: (path: string) => Promise<string | undefined>
}

/**
 * `plgId` is the room a thing's files count for (safety.md UP-2). Where something rests on the files they are fixed:
 * not even whoever brought one takes it away.
 */
export type Standing = {
  canRead: boolean
  canChange: boolean
  plgId: string | null
  isFixed?: boolean
}

const NOTHING: Standing = { canRead: false, canChange: false, plgId: null }

const kinds = remember('things', () => new Map<string, ThingKind>())

export function registerThings(all: ThingKind[]): void {
  kinds.clear()
  for (const thing of all) kinds.set(thing.kind, thing)
}

export function thingWord(kind: string, otherwise = 'Eintrag'): string {
  return kinds.get(kind)?.word ?? otherwise
}

/** What may this person do with a thing? Nothing, when there is none of that kind or it takes nothing. */
export async function standingTowards(
  actor: Actor,
  thing: { kind: string; id: string },
): Promise<Standing> {
  return (await kinds.get(thing.kind)?.standing?.(actor, thing.id)) ?? NOTHING
}

/** May everybody have what hangs on a thing, also without an account? */
export async function isOpenToAll(thing: { kind: string; id: string }): Promise<boolean> {
  return (await kinds.get(thing.kind)?.isOpen?.(thing.id)) ?? false
}

export const isThingKind = (kind: string) => kinds.has(kind)
export const isPersonKind = (kind: string) => kinds.get(kind)?.isPerson === true

/** The thing whose page has this address, of whatever kind. */
export async function locateThing(path: string): Promise<{ kind: string; id: string } | undefined> {
  for (const { kind, locate } of kinds.values()) {
    const id = await locate?.(path)
    if (id !== undefined) return { kind, id }
  }
  return undefined
}

/** Cards by "kind:id" of everything among `pointers` that the person may read now; one query per kind. */
export async function readableCards(
  actor: Actor,
  pointers: { thingKind: string; thingId: string }[],
): Promise<Map<string, ThingCard>> {
  const found = new Map<string, ThingCard>()
  const ask = async (kind: string) => {
    const ids = pointers.filter((p) => p.thingKind === kind).map((p) => p.thingId)
    const cards = (await kinds.get(kind)?.cards(actor, [...new Set(ids)])) ?? []
    for (const card of cards) found.set(`${kind}:${card.id}`, card)
  }
  await Promise.all([...new Set(pointers.map((pointer) => pointer.thingKind))].map(ask))
  return found
}
