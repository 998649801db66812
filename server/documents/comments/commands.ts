import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { may as mayInDocument } from '../policy.ts'
import { type Inside, insideDocument, type Place } from '../views.ts'
import { MOST_IN_THREAD, MOST_OPEN } from './contract.ts'
import { commentsChanged, commentWritten, personsNamed } from './events.ts'
import type { OpenThread, Reply } from './inputs.ts'
import { may } from './policy.ts'
import { namedIn } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Where the thread stands, for the page to lead back to: the address of its document, and its id. */
export type Where = { document: string; thread: string }

/**
 * Begins a thread at words of the text, or on all of it. The same thread again is the same act: one whose answer
 * was lost is not doubled, and what was changed before trying again replaces the first.
 */
export async function openThread(actor: Actor, place: Place, input: OpenThread): Promise<Where> {
  await spend('posts', actor.id)
  const { thread, quote, body } = input
  return commenting(actor, place, async (inside, publish) => {
    const documentId = inside.document.id
    const row = { id: thread, documentId, quote, createdBy: actor.id, createdAt: now() }
    if (await sql.insertThread(row)) {
      if ((await sql.countOpen(documentId)) >= MOST_OPEN) throw new Refusal(words.tooManyThreads)
    } else {
      const known = await sql.lockThread(documentId, thread)
      if (known?.createdBy !== actor.id) throw new Refusal(words.staleForm)
      if (known.quote !== quote) await sql.updateThread(thread, { quote })
    }
    await write(actor, inside, { thread, body, clientKey: thread }, publish)
    return thread
  })
}

/** Answers in a thread. What is said to something resolved opens it again: it would be read by nobody. */
export async function reply(actor: Actor, place: Place, input: Reply): Promise<Where> {
  await spend('posts', actor.id)
  return commenting(actor, place, async (inside, publish) => {
    const { id, resolvedAt } = existing(await sql.lockThread(inside.document.id, input.thread))
    const isNew = await write(actor, inside, input, publish)
    if (isNew && (await sql.countIn(id)) > MOST_IN_THREAD) throw new Refusal(words.tooManyComments)
    if (isNew && resolvedAt) await sql.updateThread(id, { resolvedAt: null, resolvedBy: null })
    return id
  })
}

/** @returns whether it was not written before */
async function write(actor: Actor, inside: Inside, input: Reply, publish: Publish) {
  const { thread: threadId, body, clientKey } = input
  const row = { threadId, authorId: actor.id, body, createdAt: now(), clientKey }
  const made = await sql.insertComment(row)
  if (made) {
    const documentId = inside.document.id
    const personIds = await named(actor, inside, body)
    const commentId = made.id
    publish(commentWritten({ documentId, threadId, commentId, authorId: actor.id, personIds }))
    if (personIds.length > 0) publish(personsNamed({ commentId, actorId: actor.id, personIds }))
    return true
  }
  const known = existing(await sql.findByKey(actor.id, clientKey))
  if (known.threadId !== threadId || known.deletedAt) throw new Refusal(words.staleForm)
  await replaceWords(actor, inside, known, body, publish)
  return false
}

/** Whom a text names, of those who may read it. */
async function named(actor: Actor, { document }: Inside, body: string): Promise<string[]> {
  if (!body.includes('@')) return []
  const people = namedIn(body, await sql.listMembers(document.id, now()))
  return people.map(({ id }) => id).filter((id) => id !== actor.id)
}

async function replaceWords(
  actor: Actor,
  inside: Inside,
  { id, body: before }: sql.Whole,
  body: string,
  publish: Publish,
) {
  if (before === body) return
  await sql.updateComment(id, { body, editedAt: now() })
  const known = new Set(await named(actor, inside, before))
  const personIds = (await named(actor, inside, body)).filter((personId) => !known.has(personId))
  if (personIds.length > 0) publish(personsNamed({ commentId: id, actorId: actor.id, personIds }))
  publish(commentsChanged({ documentId: inside.document.id }))
}

/** Changes the words of one's own comment. */
export function editComment(
  actor: Actor,
  place: Place,
  input: { comment: string; body: string },
): Promise<Where> {
  return commenting(actor, place, async (inside, publish) => {
    const comment = existing(await sql.lockComment(inside.document.id, input.comment))
    if (comment.authorId === actor.id && comment.deletedAt) throw new Refusal(words.gone)
    authorize(may.edit, actor, { ...inside.facts, comment: factsOf(comment) })
    await replaceWords(actor, inside, comment, input.body, publish)
    return comment.threadId
  })
}

/** Takes a comment away. Its place stays while others of the thread stand; without them the thread goes, too. */
export function deleteComment(actor: Actor, place: Place, comment: string): Promise<Where> {
  return setDeleted(actor, place, comment, true)
}

export function restoreComment(actor: Actor, place: Place, comment: string): Promise<Where> {
  return setDeleted(actor, place, comment, false)
}

function setDeleted(actor: Actor, place: Place, id: string, isDeleted: boolean): Promise<Where> {
  return commenting(actor, place, async (inside, publish) => {
    const comment = existing(await sql.lockComment(inside.document.id, id))
    if ((comment.deletedAt !== null) === isDeleted) return comment.threadId
    const rule = isDeleted ? may.delete : may.restore
    authorize(rule, actor, { ...inside.facts, comment: factsOf(comment) })
    await sql.updateComment(id, {
      deletedAt: isDeleted ? now() : null,
      deletedBy: isDeleted ? actor.id : null,
    })
    if (comment.authorId !== actor.id)
      await record(actor, {
        action: isDeleted ? 'documents.comment-deleted' : 'documents.comment-restored',
        thingKind: 'document-comment',
        thingId: id,
      })
    publish(commentsChanged({ documentId: inside.document.id }))
    return comment.threadId
  })
}

const factsOf = ({ authorId, deletedAt, deletedBy }: sql.Whole) => ({
  authorId,
  isDeleted: deletedAt !== null,
  deletedBy,
})

/** "Erledigt": readers see its words unmarked, the thread stays in the list of all. */
export function resolveThread(actor: Actor, place: Place, thread: string): Promise<Where> {
  return setResolved(actor, place, thread, true)
}

export function reopenThread(actor: Actor, place: Place, thread: string): Promise<Where> {
  return setResolved(actor, place, thread, false)
}

function setResolved(actor: Actor, place: Place, id: string, isResolved: boolean): Promise<Where> {
  return commenting(actor, place, async ({ document }, publish) => {
    const { resolvedAt } = existing(await sql.lockThread(document.id, id))
    if ((resolvedAt !== null) === isResolved) return id
    const set = isResolved
      ? { resolvedAt: now(), resolvedBy: actor.id }
      : { resolvedAt: null, resolvedBy: null }
    await sql.updateThread(id, set)
    publish(commentsChanged({ documentId: document.id }))
    return id
  })
}

/** The frame of every act: whoever may comment in this document. Nothing of the text waits for it. */
function commenting(
  actor: Actor,
  place: Place,
  work: (inside: Inside, publish: Publish) => Promise<string>,
): Promise<Where> {
  return transaction(async (publish) => {
    const inside = await insideDocument(actor, place)
    authorize(mayInDocument.comment, actor, inside.facts)
    return { document: inside.document.path, thread: await work(inside, publish) }
  })
}
