import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { paged } from '#server/platform/paging.ts'
import { plainText } from '#server/platform/rich-text.ts'
import { slugOf } from '#server/platform/text.ts'
import { locateThing, readableCards, type ThingCard } from '#server/platform/things.ts'
import { insideOf } from '#server/plg/views.ts'
import { LIMITS, type Mentionable, type TopicFilter, TOPICS_PER_PAGE } from './contract.ts'
import { paths } from './paths.ts'
import type { TopicFacts } from './policy.ts'
import { pageOf, pageToOpen, topicNumber } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** The page of a PLG's topics. @throws as `insideOf` does, like every view here that is about one PLG */
export async function topicsFor(
  actor: Actor,
  { plg: slug, page, filter }: { plg: string; page: number; filter: TopicFilter },
) {
  const { plg, proof } = await insideOf(actor, { slug })
  const [rows, total] = await Promise.all([
    sql.listTopics(proof, {
      filter,
      limit: TOPICS_PER_PAGE,
      offset: (page - 1) * TOPICS_PER_PAGE,
    }),
    sql.countTopics(proof, filter),
  ])
  const lines = rows.map((row) => lineOf(plg.slug, row))
  return { plg, filter, now: now(), ...paged(lines, total, page, TOPICS_PER_PAGE) }
}

export type TopicLine = ReturnType<typeof lineOf>

function lineOf(plg: string, row: Awaited<ReturnType<typeof sql.listTopics>>[number]) {
  const slug = slugOf(row.title)
  return {
    id: row.id,
    number: row.number,
    slug,
    title: row.title,
    path: pathToRead(plg, row),
    postCount: row.postCount,
    lastPostAt: row.lastPostAt,
    unread: row.unread,
    isPinned: row.pinnedAt !== null,
    isSolved: row.solvedAt !== null,
    isLocked: row.lockedAt !== null,
  }
}

type Unread = { number: number; title: string; postCount: number; firstUnread: number | null }

/** Where reading goes on: the topic's plain address as long as it has one page. */
function pathToRead(plg: string, { number, title, postCount, firstUnread }: Unread): string {
  const topic = { number, slug: slugOf(title) }
  const isShort = pageOf(postCount) === 1
  return isShort
    ? paths.topic(plg, topic)
    : paths.page(plg, topic, pageToOpen(null, firstUnread, postCount))
}

/** What the form for a new topic needs. */
/** @param about the address of a thing of ours: the form begins with it, and its card will stand in the post */
export async function newTopicFor(actor: Actor, slug: string, about: string | null = null) {
  const { plg } = await insideOf(actor, { slug })
  const card = about === null ? undefined : await cardAt(actor, about)
  return {
    ...{ plg, personId: actor.id, clientKey: randomUUID() },
    about: card
      ? {
          path: card.path,
          title: words.whoKnows(card.title).slice(0, LIMITS.title.max),
          body: `${settings().origin}${card.path}`,
        }
      : null,
  }
}

/** The thing at this address, when the reader may read it. */
async function cardAt(actor: Actor, path: string): Promise<ThingCard | undefined> {
  const thing = await locateThing(path.slice(0, 300))
  if (!thing) return undefined
  const cards = await readableCards(actor, [{ thingKind: thing.kind, thingId: thing.id }])
  return cards.get(`${thing.kind}:${thing.id}`)
}

/** Whom one can mention: the other members, as names after "@". */
export async function namesFor(actor: Actor, slug: string): Promise<Mentionable[]> {
  const { proof } = await insideOf(actor, { slug })
  const members = await sql.listMembers(proof)
  return members.filter(({ id }) => id !== actor.id)
}

/**
 * A topic by PLG and its address part "12-bruchrechnen", for everything that happens inside it.
 *
 * @throws NotFound also for a deleted one
 */
export async function insideTopic(actor: Actor, place: { plg: string; topic: string | number }) {
  const inside = await insideOf(actor, { slug: place.plg })
  const number = typeof place.topic === 'number' ? place.topic : topicNumber(place.topic)
  const row = number === undefined ? undefined : await sql.findTopic(inside.proof, number)
  const topic = existing(row?.deletedAt ? undefined : row)
  const facts: TopicFacts = { plg: inside.facts, authorId: topic.authorId }
  return { ...inside, topic: { ...topic, slug: slugOf(topic.title) }, facts }
}

/** May this person listen to what happens in a topic? */
export async function mayHearTopic(actor: Actor, topicId: string): Promise<boolean> {
  const topic = await sql.findPlgOf(topicId)
  return topic !== undefined && mayHearPlg(actor, topic.plgId)
}

export async function mayHearPlg(actor: Actor, plgId: string): Promise<boolean> {
  try {
    await insideOf(actor, { id: plgId })
    return true
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false
    throw error
  }
}

/** Unread posts by PLG; PLGs without any, and those the person is not in, are missing. One query. */
export async function unreadByPlg(actor: Actor, plgIds: string[]): Promise<Map<string, number>> {
  if (!isConfirmed(actor)) return new Map()
  const rows = await sql.countUnread(actor.id, plgIds)
  return new Map(rows.map(({ plgId, unread }) => [plgId, unread]))
}

/** Unread posts of one PLG; 0 for people outside. */
export async function unreadIn(actor: Actor, plgId: string): Promise<number> {
  return (await unreadByPlg(actor, [plgId])).get(plgId) ?? 0
}

const NEWEST = 5

/** For the overview of a PLG: the pinned topics and those with the newest posts. */
export async function newestTopics(actor: Actor, plgId: string): Promise<TopicLine[]> {
  const { plg, proof } = await insideOf(actor, { id: plgId })
  const rows = await sql.listTopics(proof, { filter: 'all', limit: NEWEST })
  return rows.map((row) => lineOf(plg.slug, row))
}

const NEWS_ON_TODAY = 6

/** For "Heute": topics with something unread in the person's PLGs, the newest first. One query. */
export async function newFor(actor: Actor) {
  if (!isConfirmed(actor)) return []
  const rows = await sql.listUnreadTopics(actor.id, NEWS_ON_TODAY)
  return rows.map((row) => ({
    id: row.id,
    plgTitle: row.plgTitle,
    title: row.title,
    path: `${pathToRead(row.plgSlug, row)}#neu`,
    count: row.unread,
    author: nameOf(row) ?? words.formerMember,
    firstWords: plainText(row.body, 140),
    at: row.createdAt,
  }))
}

/** Topics as lines for bell and mails; only those the person may read now. */
export async function topicCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  const rows = await sql.listCards(actor.id, ids)
  return rows.map(cardOf)
}

/** The topic whose page has this address, whatever its name was when the address was written down. */
export async function locateTopic(path: string): Promise<string | undefined> {
  const [, plg, param] = /^\/plg\/([a-z0-9-]+)\/diskussion\/([a-z0-9-]+)$/.exec(path) ?? []
  const number = topicNumber(param)
  return plg === undefined || number === undefined ? undefined : sql.findId(plg, number)
}

/** What the search finds: topics of the person's own PLGs. */
export async function searchTopics(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !isConfirmed(actor) || words.length === 0) return []
  const rows = await sql.listFound(actor.id, words, limit)
  return rows.map(cardOf)
}

function cardOf(row: Awaited<ReturnType<typeof sql.listCards>>[number]): ThingCard {
  return {
    id: row.id,
    title: row.title,
    context: row.plgTitle,
    path: `${pathToRead(row.plgSlug, row)}#neu`,
  }
}

export function nameOf(person: { firstName: string | null; lastName: string | null }) {
  const { firstName, lastName } = person
  return firstName && lastName ? fullName({ firstName, lastName }) : null
}
