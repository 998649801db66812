import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { markThingsRead } from '#server/notifications/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import { insideOf } from '#server/plg/views.ts'
import { topicChanged, topicOpened } from './events.ts'
import type { EditPost, OpenTopic } from './inputs.ts'
import { paths } from './paths.ts'
import { may, type TopicFacts } from './policy.ts'
import { addPost, editPost } from './posts/commands.ts'
import * as sql from './sql.ts'
import { insideTopic } from './views.ts'
import { words } from './words.ts'

type Place = { plg: string; topic: string }

/**
 * Opens a topic with its first post. The same key again is the same topic.
 *
 * @returns its address
 */
export async function openTopic(actor: Actor, plgSlug: string, input: OpenTopic): Promise<string> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { plg, proof, facts, schoolId } = await insideOf(actor, { slug: plgSlug })
    authorize(may.write, actor, { plg: facts, authorId: null })
    const at = now()
    // Taking the number waits for others who open a topic, so a second try sees the first one's topic.
    const number = await sql.takeTopicNumber(plg.id)
    const known = await sql.findTopicByKey(actor.id, input.clientKey)
    if (known) throw new SameTopic(known)
    const topic = await sql.insertTopic({
      plgId: plg.id,
      number,
      title: input.title,
      authorId: actor.id,
      createdAt: at,
      lastPostAt: at,
      clientKey: input.clientKey,
    })
    if (!topic) throw new Refusal(words.staleForm)
    const post = await addPost(
      actor,
      { id: topic.id, plgId: plg.id, proof, schoolId },
      input,
      publish,
    )
    publish(topicOpened({ plgId: plg.id, topicId: topic.id, postId: post.id, authorId: actor.id }))
    return paths.topic(plg.slug, { number: topic.number, slug: slugOf(topic.title) })
  }).catch((error: unknown) => {
    if (error instanceof SameTopic) return sameTopicAgain(actor, plgSlug, error.topic, input)
    throw error
  })
}

type KnownTopic = { id: string; plgId: string; number: number; title: string }

/** Rolls back the number that was taken in vain, so that numbers keep having no gaps. */
class SameTopic extends Error {
  constructor(readonly topic: KnownTopic) {
    super('opened before')
  }
}

/** The answer got lost and the form came again, perhaps with changed words: the topic takes them. */
async function sameTopicAgain(actor: Actor, plg: string, topic: KnownTopic, input: OpenTopic) {
  const inside = await insideOf(actor, { slug: plg })
  if (topic.plgId !== inside.plg.id) throw new Refusal(words.staleForm)
  await editTopicPost(actor, { plg, topic: `${topic.number}-`, post: 1 }, input)
  return paths.topic(plg, { number: topic.number, slug: slugOf(input.title) })
}

/** Changes a post and, with the first one, the title of its topic. @returns the address of the post */
export async function editTopicPost(
  actor: Actor,
  place: Place & { post: number },
  input: Pick<EditPost, 'body' | 'title'>,
): Promise<string> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const path = await editPost(actor, place, input)
    const { plg, topic, facts } = await insideTopic(actor, place)
    const { title } = input
    if (place.post !== 1 || !title || title === topic.title) return path
    authorize(may.rename, actor, facts)
    await sql.updateTopic(topic.id, { title })
    publish(topicChanged({ plgId: plg.id, topicId: topic.id }))
    return paths.post(plg.slug, { number: topic.number, slug: slugOf(title) }, place.post)
  })
}

const MARKS = { pin: 'pinnedAt', solve: 'solvedAt', lock: 'lockedAt' } as const
export type Mark = keyof typeof MARKS

/** Pins, solves or locks a topic, or takes that back. @returns its address */
export function markTopic(actor: Actor, place: Place, mark: Mark, isOn: boolean): Promise<string> {
  return transaction(async (publish) => {
    const { plg, topic, facts } = await insideTopic(actor, place)
    authorize(may[mark], actor, facts)
    const path = paths.topic(plg.slug, topic)
    if ((topic[MARKS[mark]] !== null) === isOn) return path
    await sql.updateTopic(topic.id, { [MARKS[mark]]: isOn ? now() : null })
    publish(topicChanged({ plgId: plg.id, topicId: topic.id }))
    return path
  })
}

/** Takes a whole topic away; the leads can bring it back. @returns its number and title */
export function deleteTopic(actor: Actor, place: Place) {
  return transaction(async (publish) => {
    const { plg, topic, facts } = await insideTopic(actor, place)
    authorize(may.deleteTopic, actor, facts)
    await sql.updateTopic(topic.id, { deletedAt: now() })
    await record(actor, {
      action: 'discussions.topic-deleted',
      thingKind: 'topic',
      thingId: topic.id,
      details: { plgId: plg.id },
    })
    publish(topicChanged({ plgId: plg.id, topicId: topic.id }))
    return { number: topic.number, title: topic.title }
  })
}

export function restoreTopic(actor: Actor, plgSlug: string, number: number): Promise<string> {
  return transaction(async (publish) => {
    const inside = await insideOf(actor, { slug: plgSlug })
    const topic = existing(await sql.findTopic(inside.proof, number))
    const facts: TopicFacts = { plg: inside.facts, authorId: topic.authorId }
    authorize(may.deleteTopic, actor, facts)
    if (topic.deletedAt) {
      await sql.updateTopic(topic.id, { deletedAt: null })
      await record(actor, {
        action: 'discussions.topic-restored',
        thingKind: 'topic',
        thingId: topic.id,
        details: { plgId: inside.plg.id },
      })
      publish(topicChanged({ plgId: inside.plg.id, topicId: topic.id }))
    }
    return paths.topic(inside.plg.slug, { number, slug: slugOf(topic.title) })
  })
}

/** "Read up to this post": from what was seen, or by a button. The bell's lines about the topic go with it. */
export function markRead(actor: Actor, place: Place, upTo: number): Promise<string> {
  return transaction(async () => {
    const { plg, topic, proof, facts } = await insideTopic(actor, place)
    authorize(may.read, actor, facts)
    const mentions = await sql.listUnreadMentions(proof, topic.id, upTo)
    await sql.advanceRead(proof, topic.id, upTo)
    await markThingsRead(actor, [
      ...(topic.unread > 0 ? [{ kind: 'topic', id: topic.id }] : []),
      ...mentions.map(({ id }) => ({ kind: 'post', id })),
    ])
    return paths.topic(plg.slug, topic)
  })
}

/** From this post on, everything of others is unread again. @returns the address of the list */
export function markUnread(actor: Actor, place: Place, from: number): Promise<string> {
  return transaction(async () => {
    const { plg, topic, proof, facts } = await insideTopic(actor, place)
    authorize(may.read, actor, facts)
    await sql.rewindRead(proof, topic.id, Math.min(from, topic.postCount + 1))
    return paths.topics(plg.slug)
  })
}
