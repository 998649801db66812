import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { abilities, authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved } from '#server/platform/errors.ts'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import { slugOf } from '#server/platform/text.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { mentionedBy } from '#server/references/views.ts'
import { POSTS_PER_PAGE } from '../contract.ts'
import { paths } from '../paths.ts'
import { may as mayInTopic, type TopicFacts } from '../policy.ts'
import { pageOf, pageToOpen } from '../rules.ts'
import { insideTopic, nameOf } from '../views.ts'
import { words } from '../words.ts'
import { may, type PostFacts } from './policy.ts'
import * as sql from './sql.ts'

type Place = { plg: string; topic: string }

/** Most posts name no page of ours: then nothing has to be asked. A closing tag is no address. */
const ADDRESS = /[\s"'(>]\/[a-z]|https?:/

/**
 * A page of a topic: five queries, however many posts it has, and one more for each kind of thing that they name
 * by its address. Read markers stay where they are.
 *
 * @param page the one asked for, or null to open at the first unread post
 * @param search of the address, kept when it has moved
 * @throws Moved when the topic was renamed and the address still has its old name
 */
export async function topicFor(
  actor: Actor,
  {
    plg: plgSlug,
    topic: param,
    page: asked,
    search,
  }: Place & { page: number | null; search: string },
) {
  const { plg, topic, proof, facts } = await insideTopic(actor, { plg: plgSlug, topic: param })
  if (param !== `${topic.number}-${topic.slug}`)
    throw new Moved(paths.topic(plg.slug, topic) + search)
  const page = pageToOpen(asked, topic.firstUnread, topic.postCount)
  const from = (page - 1) * POSTS_PER_PAGE + 1
  const rows = await sql.listPosts(proof, topic.id, { from, to: from + POSTS_PER_PAGE - 1 })
  const [reactions, cards] = await Promise.all([
    sql.countReactions(
      actor.id,
      rows.map(({ id }) => id),
    ),
    mentionedBy(
      actor,
      rows
        .filter(({ deletedAt, bodyHtml }) => !deletedAt && ADDRESS.test(bodyHtml))
        .map(({ id }) => ({ kind: 'post', id })),
    ),
  ])
  return {
    me: { id: actor.id, name: fullName(actor) },
    plg,
    topic: {
      id: topic.id,
      number: topic.number,
      slug: topic.slug,
      title: topic.title,
      postCount: topic.postCount,
      unread: topic.unread,
      firstUnread: topic.firstUnread,
      hasWritten: topic.hasWritten,
      isPinned: topic.pinnedAt !== null,
      isSolved: topic.solvedAt !== null,
      isLocked: topic.lockedAt !== null,
    },
    page,
    pages: pageOf(topic.postCount),
    posts: rows.map((row) => shape(actor, facts, row, reactions)),
    /** Of things that posts name by their addresses, by "post:id". Most posts name none. */
    cards: Object.fromEntries(cards),
    can: abilities(mayInTopic, actor, facts),
    clientKey: randomUUID(),
    now: now(),
  }
}

export type TopicView = Awaited<ReturnType<typeof topicFor>>
export type PostView = TopicView['posts'][number]

type Row = Awaited<ReturnType<typeof sql.listPosts>>[number]
type Reactions = Awaited<ReturnType<typeof sql.countReactions>>

function shape(actor: Actor, facts: TopicFacts, row: Row, counted: Reactions) {
  const isDeleted = row.deletedAt !== null
  const post = { authorId: row.authorId, isDeleted, deletedBy: row.deletedBy }
  return {
    id: row.id,
    number: row.number,
    author: nameOf(row) ?? words.formerMember,
    /** The school the author wrote for; without one, the part in the PLG. */
    from: row.school ?? (row.role === 'facilitator' ? words.facilitator : null),
    isOwn: row.authorId === actor.id,
    isDeleted,
    createdAt: row.createdAt,
    isEdited: row.editedAt !== null,
    /** Stored as rich-text.ts made it. The words of a deleted post leave the server no more. */
    html: (isDeleted ? '' : row.bodyHtml) as SafeHtml,
    reactions: isDeleted ? [] : counted.filter((one) => one.postId === row.id).map(countedOf),
    can: abilities(may, actor, { ...facts, post }),
  }
}

const countedOf = ({ kind, count, isMine }: Reactions[number]) => ({ kind, count, isMine })

/** A post with everything needed to judge about it. @throws NotFound */
export async function insidePost(
  actor: Actor,
  place: { plg: string; topic: string | number; post: number },
) {
  const inside = await insideTopic(actor, place)
  const post = existing(await sql.findPost(inside.topic.id, place.post))
  return { ...inside, post, facts: { ...inside.facts, post: factsOf(post) } }
}

export function factsOf(post: {
  authorId: string | null
  deletedAt: Date | null
  deletedBy: string | null
}): PostFacts['post'] {
  return {
    authorId: post.authorId,
    isDeleted: post.deletedAt !== null,
    deletedBy: post.deletedBy,
  }
}

/** The words of a post, for its author to change; with the first one, the title too. */
export async function postForEdit(actor: Actor, place: Place & { post: number }) {
  const { plg, topic, post, facts } = await insidePost(actor, place)
  authorize(may.edit, actor, facts)
  return {
    personId: actor.id,
    plg,
    topic: { number: topic.number, slug: topic.slug, title: topic.title },
    post: { id: post.id, number: post.number, body: post.body },
    withTitle: post.number === 1 && mayInTopic.rename(actor, facts),
  }
}

/** All versions of a post, the present one first. */
export async function historyFor(actor: Actor, place: Place & { post: number }) {
  const { plg, topic, post, facts } = await insidePost(actor, place)
  authorize(may.seeHistory, actor, facts)
  const earlier = await sql.listVersions(post.id)
  const present = { bodyHtml: post.bodyHtml, writtenAt: post.editedAt ?? post.createdAt }
  return {
    plg,
    topic: { number: topic.number, slug: topic.slug, title: topic.title },
    post: { number: post.number },
    isDeleted: post.deletedAt !== null,
    versions: [present, ...earlier].map(({ bodyHtml, writtenAt }, at) => ({
      number: earlier.length + 1 - at,
      html: bodyHtml as SafeHtml,
      writtenAt,
    })),
    now: now(),
  }
}

/** Posts as lines for bell and reports; only those the person may read now. */
export async function postCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  const rows = await sql.listCards(actor.id, ids)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    context: row.plgTitle,
    path: paths.post(row.plgSlug, { number: row.number, slug: slugOf(row.title) }, row.postNumber),
  }))
}
