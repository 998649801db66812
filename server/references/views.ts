import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { settings } from '#server/platform/env.ts'
import {
  isPersonKind,
  locateThing,
  readableCards,
  standingTowards,
  thingWord,
} from '#server/platform/things.ts'
import type { Pointer } from '#server/rich-text/contract.ts'
import {
  type BackLinks,
  keyOf,
  LINKS_PER_PAGE,
  type LiveCard,
  MOST_ADDRESSES,
  MOST_CARDS,
  MOST_FOUND,
  MOST_PAGES,
  REFERENCE_KINDS,
} from './contract.ts'
import { may } from './policy.ts'
import { isPointer, pathsIn, pointerOf } from './rules.ts'
import * as sql from './sql.ts'
import { suggestionsFor } from './suggestions/views.ts'

/**
 * Live cards by "kind:id" of those things that the person may read now; one query per kind. A mentioned
 * person who is missing is gone, or nobody whose name the reader may read.
 */
export async function liveCards(actor: Actor, things: Pointer[]): Promise<Map<string, LiveCard>> {
  const pointers = things.filter(isPointer)
  const cards = await readableCards(
    actor,
    pointers.map(({ kind, id }) => ({ thingKind: kind, thingId: id })),
  )
  return new Map(
    pointers.flatMap(({ kind, id }) => {
      const card = cards.get(keyOf({ kind, id }))
      if (!card) return []
      const { title, context, path } = card
      const isPerson = isPersonKind(kind)
      const live = { kind, id, word: thingWord(kind), title, context, path, isPerson }
      return [[keyOf(live), live]] as const
    }),
  )
}

/** For the editor: cards of "kind:id,kind:id". What is unreadable, or nonsense, is missing. */
export async function cardsFor(actor: Actor, ids: string): Promise<LiveCard[]> {
  const asked = ids.split(',', MOST_CARDS).flatMap((text) => pointerOf(text) ?? [])
  return [...(await liveCards(actor, asked)).values()]
}

/** What people have connected a thing with, the oldest first; nothing when the thing itself may not be read. */
export async function referencesOf(actor: Actor, thing: Pointer): Promise<LiveCard[]> {
  const targets = await sql.listFrom([thing], 'relation')
  if (targets.length === 0) return []
  const cards = await liveCards(actor, [thing, ...targets])
  return cards.has(keyOf(thing)) ? targets.flatMap((to) => cards.get(keyOf(to)) ?? []) : []
}

/**
 * What the texts of these things mention, by "kind:id" of the thing; those that mention nothing readable are
 * missing. The caller has authorised the reading of the texts.
 */
export async function mentionedBy(
  actor: Actor,
  things: Pointer[],
): Promise<Map<string, LiveCard[]>> {
  const found = new Map<string, LiveCard[]>()
  const targets = things.length > 0 ? await sql.listFrom(things, 'mention') : []
  if (targets.length === 0) return found
  const cards = await liveCards(actor, targets)
  for (const { from, ...to } of targets) {
    const card = cards.get(keyOf(to))
    if (card) found.set(from, [...(found.get(from) ?? []), card])
  }
  return found
}

/** Most things are pointed at by few; where the first look does not fill a page, the next ones look further. */
const BATCHES = [100, 400, 1600]

/**
 * What points at a thing, relations before mentions, the newest first: of all that the person may read, the
 * first so many pages. Nothing tells how much else there is: not the number, not "Mehr anzeigen".
 * Somebody who may read none of the newest 2,100 sees none.
 */
export async function backLinksOf(actor: Actor, thing: Pointer, asked: number): Promise<BackLinks> {
  const page = Math.min(Math.max(1, asked), MOST_PAGES)
  const wanted = page * LINKS_PER_PAGE
  const links = await readableLinks(actor, thing, wanted + 1)
  const shown = links.slice(0, wanted)
  const groups = REFERENCE_KINDS.map((kind) => ({
    kind,
    cards: shown.filter(({ reference }) => reference === kind).map(({ card }) => card),
  }))
  return {
    groups: groups.filter(({ cards }) => cards.length > 0),
    page,
    hasMore: links.length > wanted && page < MOST_PAGES,
  }
}

async function readableLinks(actor: Actor, thing: Pointer, wanted: number) {
  const links: { reference: sql.Link['reference']; card: LiveCard }[] = []
  let last: sql.Link | null = null
  for (const batch of BATCHES) {
    const rows: sql.Link[] = await sql.listTo(thing, last, batch)
    if (rows.length === 0) return links
    const cards = await liveCards(actor, [thing, ...rows])
    if (!cards.has(keyOf(thing))) return []
    for (const row of rows) {
      const card = cards.get(keyOf(row))
      if (card) links.push({ reference: row.reference, card })
    }
    if (links.length >= wanted || rows.length < batch) return links
    last = rows.at(-1) ?? null
  }
  return links
}

/** The things of ours whose addresses stand in a plain text. Knows no rights: cards do. */
export async function addressedIn(text: string): Promise<Pointer[]> {
  const paths = pathsIn(text, settings().origin).slice(0, MOST_ADDRESSES)
  const found = await Promise.all(paths.map(locateThing))
  return found.flatMap((thing) => thing ?? [])
}

/**
 * The page that connects a thing with others, for those who may change it: what it is connected with, and
 * what was found to connect it with.
 */
export async function relationsFor(
  actor: Actor,
  { kind = '', id = '', q }: { kind?: string; id?: string; q: string },
) {
  const thing = existing(pointerOf(`${kind}:${id}`))
  const standing = await standingTowards(actor, thing)
  authorizeOrHide(may.see, actor, standing)
  authorize(may.relate, actor, standing)
  const card = existing((await liveCards(actor, [thing])).get(keyOf(thing)))
  const related = await referencesOf(actor, thing)
  const known = new Set([thing, ...related].map(keyOf))
  const { groups } = q
    ? await suggestionsFor(actor, { q, home: '', persons: false, most: MOST_FOUND })
    : NOTHING
  return {
    thing: card,
    related,
    q,
    found: groups
      .map((group) => ({
        ...group,
        cards: group.cards.filter((one) => !known.has(keyOf(one))),
      }))
      .filter(({ cards }) => cards.length > 0),
  }
}

const NOTHING = { groups: [] }
