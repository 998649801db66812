import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { renderMarkdown } from '#server/platform/rich-text.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import { syncMentions } from '#server/references/commands.ts'
import { addressedIn } from '#server/references/views.ts'
import { LONGEST_HTML, type Reaction } from '../contract.ts'
import { membersMentioned, postChanged, postWritten } from '../events.ts'
import type { EditPost, WritePost } from '../inputs.ts'
import { paths } from '../paths.ts'
import { may as mayInTopic } from '../policy.ts'
import { hasTooManyMarks, mentionedIn } from '../rules.ts'
import * as topics from '../sql.ts'
import { insideTopic } from '../views.ts'
import { words } from '../words.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf, insidePost } from './views.ts'

type InTopic = { plg: string; topic: string }
type PostPlace = InTopic & { post: number }
type Of = { id: string; plgId: string; proof: MemberOf; schoolId: string | null }

/**
 * Writes a post. The same key again is the same post: one whose answer was lost is not doubled, and words
 * changed before trying again replace the first ones.
 *
 * @returns the address of the post
 */
export async function writePost(actor: Actor, place: InTopic, input: WritePost): Promise<string> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { plg, topic, proof, schoolId, facts } = await insideTopic(actor, place)
    authorize(mayInTopic.write, actor, facts)
    const { lockedAt } = existing(await sql.lockTopic(topic.id))
    const of = { id: topic.id, plgId: plg.id, proof, schoolId }
    const known = await sql.findPostByKey(actor.id, input.clientKey)
    if (known) {
      if (known.topicId !== topic.id || known.deletedAt) throw new Refusal(words.staleForm)
      await replaceWords(actor, of, known, input.body, publish)
      return paths.post(plg.slug, topic, known.number)
    }
    if (lockedAt) throw new Refusal(words.locked)
    const post = await addPost(actor, of, input, publish)
    publish(postWritten({ plgId: plg.id, topicId: topic.id, postId: post.id, authorId: actor.id }))
    return paths.post(plg.slug, topic, post.number)
  })
}

/** The part that a new topic shares: number, words, mentions. The caller holds the topic's row and publishes. */
export async function addPost(actor: Actor, of: Of, input: WritePost, publish: Publish) {
  const at = now()
  const { html, mentioned } = await render(actor, of.proof, input.body)
  const number = await sql.countPost(of.id, at)
  const post = await sql.insertPost({
    topicId: of.id,
    number,
    authorId: actor.id,
    schoolId: of.schoolId,
    body: input.body,
    bodyHtml: html,
    createdAt: at,
    clientKey: input.clientKey,
  })
  if (!post) throw new Refusal(words.staleForm)
  if (mentioned.length > 0) await setMentions(actor, post.id, mentioned, publish)
  const things = await thingsIn(of, input.body)
  if (things.length > 0) await syncMentions({ kind: 'post', id: post.id }, things, actor.id)
  return post
}

/** Things whose addresses the words hold, for cards below them; one's own topic needs none. */
async function thingsIn(of: Of, body: string) {
  return (await addressedIn(body)).filter(({ id }) => id !== of.id)
}

async function render(actor: Actor, proof: MemberOf, body: string) {
  if (hasTooManyMarks(body)) throw new Refusal(words.tooManyMarks, 'body')
  const members = body.includes('@') ? await topics.listMembers(proof) : []
  const mentioned = mentionedIn(body, members)
  const html = renderMarkdown(
    body,
    mentioned.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
  )
  if (html.length > LONGEST_HTML) throw new Refusal(words.tooManyMarks, 'body')
  return { html, mentioned: mentioned.map(({ id }) => id).filter((id) => id !== actor.id) }
}

async function setMentions(actor: Actor, postId: string, personIds: string[], publish: Publish) {
  const added = await sql.replaceMentions(postId, personIds)
  if (added.length > 0) publish(membersMentioned({ postId, actorId: actor.id, personIds: added }))
}

type Whole = NonNullable<Awaited<ReturnType<typeof sql.findPost>>>

async function replaceWords(actor: Actor, of: Of, post: Whole, body: string, publish: Publish) {
  if (post.body === body) return
  const { html, mentioned } = await render(actor, of.proof, body)
  const at = now()
  await sql.insertVersion(post, at)
  await sql.updatePost(post.id, { body, bodyHtml: html, editedAt: at })
  await setMentions(actor, post.id, mentioned, publish)
  await syncMentions({ kind: 'post', id: post.id }, await thingsIn(of, body), actor.id)
  publish(postChanged({ plgId: of.plgId, topicId: of.id }))
}

/** Changes the words of one's own post; what stood there is kept. @returns the address of the post */
export function editPost(
  actor: Actor,
  place: PostPlace,
  input: Pick<EditPost, 'body'>,
): Promise<string> {
  return transaction(async (publish) => {
    const { plg, topic, proof, schoolId, facts } = await insideTopic(actor, place)
    const post = existing(await sql.lockPost(topic.id, place.post))
    if (post.authorId === actor.id && post.deletedAt) throw new Refusal(words.postGone)
    authorize(may.edit, actor, { ...facts, post: factsOf(post) })
    await replaceWords(
      actor,
      { id: topic.id, plgId: plg.id, proof, schoolId },
      post,
      input.body,
      publish,
    )
    return paths.post(plg.slug, topic, post.number)
  })
}

/** Takes a post away; its number and place stay. What somebody else wrote is noted in the protocol. */
export function deletePost(actor: Actor, place: PostPlace): Promise<string> {
  return setDeleted(actor, place, true)
}

export function restorePost(actor: Actor, place: PostPlace): Promise<string> {
  return setDeleted(actor, place, false)
}

function setDeleted(actor: Actor, place: PostPlace, isDeleted: boolean): Promise<string> {
  return transaction(async (publish) => {
    const { plg, topic, facts } = await insideTopic(actor, place)
    const post = existing(await sql.lockPost(topic.id, place.post))
    const path = paths.post(plg.slug, topic, post.number)
    if ((post.deletedAt !== null) === isDeleted) return path
    authorize(isDeleted ? may.delete : may.restore, actor, { ...facts, post: factsOf(post) })
    await sql.updatePost(post.id, {
      deletedAt: isDeleted ? now() : null,
      deletedBy: isDeleted ? actor.id : null,
    })
    if (post.authorId !== actor.id)
      await record(actor, {
        action: isDeleted ? 'discussions.post-deleted' : 'discussions.post-restored',
        thingKind: 'post',
        thingId: post.id,
      })
    publish(postChanged({ plgId: plg.id, topicId: topic.id }))
    return path
  })
}

/** Adds one's reaction to a post, or takes it back. @returns the address of the post */
export function react(actor: Actor, place: PostPlace, kind: Reaction): Promise<string> {
  return transaction(async (publish) => {
    const { plg, topic, post, facts } = await insidePost(actor, place)
    authorize(may.react, actor, facts)
    await sql.toggleReaction({ postId: post.id, personId: actor.id, kind }, now())
    publish(postChanged({ plgId: plg.id, topicId: topic.id }))
    return paths.post(plg.slug, topic, post.number)
  })
}
