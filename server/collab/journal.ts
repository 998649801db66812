import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { now } from '#server/platform/clock.ts'
import { isUnavailable } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { BadContent, type CheckedContent } from '#server/rich-text/check.ts'
import { changeTo, contentOf, docFrom } from '#server/rich-text/yjs.ts'
import { log } from '#server/platform/log.ts'
import { collabKind } from './kinds.ts'
import * as sql from './sql.ts'

type Waiting = {
  documentId: string
  data: Uint8Array
  done: (id: number) => void
  failed: (error: unknown) => void
}

const MOST_AT_ONCE = 500
/** The first piece is kept at once; what comes in the next moments goes together, with one commit. */
const PAUSE = 500
let waiting: Waiting[] = []
let isWriting = false

/**
 * Keeps a piece of a document's text, in the order of the calls.
 *
 * @returns its id, once it is durable: only then it may be acknowledged
 */
export function append(documentId: string, data: Uint8Array): Promise<number> {
  return new Promise((done, failed) => {
    waiting.push({ documentId, data, done, failed })
    if (!isWriting) void writeOut()
  })
}

async function writeOut(): Promise<void> {
  isWriting = true
  while (waiting.length > 0) {
    const batch = waiting.slice(0, MOST_AT_ONCE)
    waiting = waiting.slice(MOST_AT_ONCE)
    await keep(batch)
    await sleep(PAUSE)
  }
  isWriting = false
}

async function keep(batch: Waiting[]): Promise<void> {
  try {
    const ids = await sql.insertUpdates(
      batch.map(({ documentId }) => documentId),
      batch.map(({ data }) => data),
    )
    batch.forEach(({ done }, at) => done(ids[at] ?? 0))
  } catch (error) {
    // One document that is gone must not fail the others; a database that is away fails all of them at once.
    if (batch.length === 1 || isUnavailable(error)) for (const { failed } of batch) failed(error)
    else for (const one of batch) await keep([one])
  }
}

/** A document as the database knows it. `ids` are the pieces that are in `doc` and not yet in the state. */
export type Loaded = { doc: Y.Doc; folded: number; ids: number[]; isInvalid: boolean }

/** @returns undefined for a document that is not there; a broken database throws, so nothing empty is taken for it */
export async function load(documentId: string): Promise<Loaded | undefined> {
  const row = await sql.findJournal(documentId)
  if (!row) return undefined
  const { doc, broken } = docFrom(row.state, row.updates)
  if (broken > 0) log.error({ documentId, broken }, 'unreadable pieces in a journal were left out')
  return { doc, folded: row.folded, ids: row.ids, isInvalid: row.invalidSince !== null }
}

/**
 * Changes a text from the server's side, in the caller's transaction: others may be typing at the same time and
 * keep what they typed.
 *
 * @param decide is given the text as it stands now
 * @returns the pieces for those who have it open; the caller publishes them as news
 */
export async function change(
  documentId: string,
  decide: (current: CheckedContent | undefined) => CheckedContent,
): Promise<number[]> {
  await sql.lockContent(documentId)
  const loaded = await load(documentId)
  if (!loaded) return []
  const wanted = decide(readable(loaded.doc))
  const piece = changeTo(loaded.doc, wanted)
  loaded.doc.destroy()
  if (!piece) return []
  const ids = await sql.insertUpdates([documentId], [piece])
  await collabKind().textChanged(documentId, wanted)
  return ids
}

/** The text as it stands now, with what is typed at this moment. */
export async function currentContent(documentId: string): Promise<CheckedContent | undefined> {
  const loaded = await load(documentId)
  if (!loaded) return undefined
  const content = readable(loaded.doc)
  loaded.doc.destroy()
  return content
}

/** The same of several at once, by document; those that cannot be read are missing. */
export async function currentContents(documentIds: string[]): Promise<Map<string, CheckedContent>> {
  const found = new Map<string, CheckedContent>()
  if (documentIds.length === 0) return found
  for (const { documentId, state, updates } of await sql.listTexts(documentIds)) {
    const { doc } = docFrom(state, updates)
    const content = readable(doc)
    doc.destroy()
    if (content) found.set(documentId, content)
  }
  return found
}

function readable(doc: Y.Doc): CheckedContent | undefined {
  try {
    return contentOf(doc)
  } catch (error) {
    if (error instanceof BadContent) return undefined
    throw error
  }
}

/**
 * Folds what was journalled into the state and keeps what follows from the text.
 *
 * @returns 'stale' when another server folded meanwhile: load anew and try again
 */
export function fold(
  documentId: string,
  held: Loaded,
  state = Y.encodeStateAsUpdate(held.doc),
): Promise<'valid' | 'invalid' | 'stale'> {
  const content = readable(held.doc)
  return transaction(async () => {
    const { folded, ids } = held
    await sql.lockDocument(documentId)
    if (!(await sql.foldInto(documentId, { state, folded, ids }))) return 'stale'
    if (content) await collabKind().textChanged(documentId, content)
    else if (!held.isInvalid) await collabKind().textBroke(documentId)
    if (held.isInvalid !== (content === undefined))
      await sql.markInvalid(documentId, content ? null : now())
    return content ? 'valid' : 'invalid'
  })
}

const MOST_LEFT_OVER = 50

/** Folds a document that nobody has open here. */
export async function foldClosed(documentId: string): Promise<void> {
  const loaded = await load(documentId)
  if (loaded && loaded.ids.length > 0) await fold(documentId, loaded)
  loaded?.doc.destroy()
}

/** Folds what a server that died has left in journals. Documents that somebody has open are left to their server. */
export async function foldLeftOvers(isOpen: (documentId: string) => boolean): Promise<void> {
  for (const documentId of await sql.listUnfolded(MOST_LEFT_OVER))
    try {
      if (!isOpen(documentId)) await foldClosed(documentId)
    } catch (err) {
      // One that cannot be folded must not keep the others waiting.
      log.error({ err, documentId }, 'a document could not be folded')
    }
}
