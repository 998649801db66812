import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { abilities, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { threadsAt } from '#server/rich-text/comment-marks.ts'
import type { StoredHtml } from '#server/rich-text/render.ts'
import { may as mayInDocument } from '../policy.ts'
import { findPage } from '../sql.ts'
import { documentCards, headOf, type Inside, insideDocument, nameOf, type Place } from '../views.ts'
import { RESOLVED_PER_PAGE, SECONDS_UNTIL_KEPT, type ThreadView } from './contract.ts'
import { paths } from './paths.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'

/** What stands beside a text: its open threads in the order of their places. */
export type CommentsView = Awaited<ReturnType<typeof commentsBeside>>

/**
 * The open threads of a document that has been entered: those with a place in the text, in its order; then
 * those on the whole of it; then those whose words are gone. One query.
 *
 * @param html the text as it is kept: where the places are
 */
export async function commentsBeside(actor: Actor, inside: Inside, html: string) {
  const rows = await sql.listOpen(inside.document.id)
  const places = threadsAt(html as StoredHtml)
  const threads = threadsOf(actor, inside, rows, places)
  const rank = ({ number, isGone }: ThreadView) => number ?? (isGone ? Infinity : places.length + 1)
  return {
    document: { id: inside.document.id, path: inside.document.path },
    me: { id: actor.id },
    threads: threads.sort((one, other) => rankDifference(rank(one), rank(other))),
    can: { comment: mayInDocument.comment(actor, inside.facts) },
    /** For forms without a script, which make no ids. */
    ids: { thread: randomUUID(), answer: randomUUID() },
    now: now(),
  }
}

const rankDifference = (one: number, other: number) => (one === other ? 0 : one - other)

/** The same by the document's address, for the page of the editor. */
export async function commentsOf(actor: Actor, place: Place): Promise<CommentsView> {
  const inside = await insideDocument(actor, place)
  return commentsBeside(actor, inside, await keptHtml(inside))
}

const keptHtml = async ({ document }: Inside) => existing(await findPage(document.id)).html

/** The page with all threads, those resolved a page at a time. */
export async function commentsFor(actor: Actor, place: Place, page: number) {
  const inside = await insideDocument(actor, place)
  const { id } = inside.document
  const [html, rows, total] = await Promise.all([
    keptHtml(inside),
    sql.listResolved(id, RESOLVED_PER_PAGE, (page - 1) * RESOLVED_PER_PAGE),
    sql.countResolved(id),
  ])
  const resolved = threadsOf(actor, inside, rows, threadsAt(html as StoredHtml))
  return {
    ...headOf(actor, inside),
    comments: await commentsBeside(actor, inside, html),
    resolved: paged(resolved, total, page, RESOLVED_PER_PAGE),
  }
}

function threadsOf(actor: Actor, inside: Inside, rows: sql.Row[], places: string[]): ThreadView[] {
  const found = new Map<string, ThreadView>()
  // Words that lead to nothing open have no number, so that the numbers have no gaps.
  const there = new Set(rows.map(({ threadId }) => threadId))
  const numbers = new Map(places.filter((id) => there.has(id)).map((id, at) => [id, at + 1]))
  for (const row of rows) {
    const thread = found.get(row.threadId) ?? threadOf(row, numbers.get(row.threadId))
    thread.comments.push(commentOf(actor, inside, row))
    found.set(thread.id, thread)
  }
  return [...found.values()]
}

function threadOf(row: sql.Row, number: number | undefined): ThreadView {
  const isFresh = now().getTime() - row.begunAt.getTime() < SECONDS_UNTIL_KEPT * 1000
  const { resolvedAt, resolverFirstName: firstName, resolverLastName: lastName } = row
  return {
    id: row.threadId,
    number: resolvedAt ? null : (number ?? null),
    quote: row.quote,
    isGone: row.quote !== '' && number === undefined && !isFresh,
    resolved: resolvedAt && { by: nameOf({ firstName, lastName }), at: resolvedAt },
    comments: [],
  }
}

function commentOf(actor: Actor, { facts }: Inside, row: sql.Row) {
  const isDeleted = row.deletedAt !== null
  const comment = { authorId: row.authorId, isDeleted, deletedBy: row.deletedBy }
  return {
    id: row.id,
    author: nameOf(row),
    isOwn: row.authorId === actor.id,
    createdAt: row.createdAt,
    isEdited: row.editedAt !== null,
    isDeleted,
    body: row.body,
    can: abilities(may, actor, { ...facts, comment }),
  }
}

/** Comments as lines for bell and reports; only those in documents that the person may read now. */
export async function commentCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listStanding(ids)
  return cardsOf(actor, rows, ({ id }) => id)
}

/** Threads as lines for the bell: what is written in one is counted on one line. */
export async function threadCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listStandingOf(ids)
  return cardsOf(actor, rows, ({ threadId }) => threadId)
}

type Standing = Awaited<ReturnType<typeof sql.listStanding>>[number]

async function cardsOf(
  actor: Actor,
  rows: Standing[],
  idOf: (row: Standing) => string,
): Promise<ThingCard[]> {
  const documents = await documentCards(actor, [...new Set(rows.map((row) => row.documentId))])
  const byId = new Map(documents.map((card) => [card.id, card]))
  return rows.flatMap((row) => {
    const card = byId.get(row.documentId)
    const to = row.resolvedAt ? paths.inResolved : paths.thread
    return card ? [{ ...card, id: idOf(row), path: to(card.path, row.threadId) }] : []
  })
}
