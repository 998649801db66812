import { setTimeout as sleep } from 'node:timers/promises'
import { remember } from '@epic-web/remember'
import type { Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { log } from '#server/platform/log.ts'
import { structsIn, weightOf } from '#server/rich-text/pieces.ts'
import { type CollabNews, documentName } from './contract.ts'
import { documentIdOf, SYNC } from './frames.ts'
import { append, fold, foldClosed, load, type Loaded } from './journal.ts'
import type { Line } from './line.ts'
import { shareUpdate } from './nodes.ts'
import * as sql from './sql.ts'

// The documents that are open on this server, and how much of each is in the database.

/** Who is behind a connection; set at the upgrade, before a byte of it is read. */
export type Context = { line: Line }

/** The text is at most 1 MB; what its history adds has an end too, in bytes and in what Yjs makes of them. */
const LARGEST = { bytes: 24 * 1024 * 1024, structs: 400_000 }
const TRY_AGAIN = 1_000

type Kept = Omit<Loaded, 'doc'> & {
  bytes: number
  structs: number
  /** Settled once everything said so far is durable. Undefined: it is. */
  owed?: Promise<unknown>
  /** Something could not be kept, so many times; the whole text will be. */
  failures: number
  recovery?: Promise<void>
}
const kept = new WeakMap<Y.Doc, Kept>()

/** No message: Hocuspocus would write it to the console, and a refusal is nothing unusual. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly reason: string) {
    super()
  }
}

const running = remember('collab-server', () => ({
  collab: undefined as Hocuspocus<Context> | undefined,
}))

export const runningCollab = () => running.collab
export const keepCollab = (collab: Hocuspocus<Context> | undefined) => {
  running.collab = collab
}

/** The document if it is open here; one that is being opened is waited for. */
export async function openDocument(name: string): Promise<Document | undefined> {
  const { collab } = running
  return collab?.documents.get(name) ?? collab?.loadingDocuments.get(name)?.catch(() => undefined)
}

/** Fills a document that somebody opens from the database. */
export async function fill(name: string, document: Document): Promise<void> {
  const loaded = await load(documentIdOf(name) ?? '').catch((err: unknown) => {
    log.warn({ err }, 'a document could not be opened')
    throw new Refused('try again')
  })
  if (!loaded) throw new Refused('unknown')
  const state = Y.encodeStateAsUpdate(loaded.doc)
  loaded.doc.destroy()
  Y.applyUpdate(document, state)
  const { folded, ids, isInvalid } = loaded
  const size = { bytes: state.byteLength, structs: structsIn(document) }
  kept.set(document, { folded, ids, isInvalid, ...size, failures: 0 })
}

/**
 * Somebody has written something. It is shown to the others at once and durable a moment later; until then nobody
 * is told that it is kept (safety.md CR-2, line.ts).
 */
export function receive(document: Document, piece: Uint8Array, sync: number, line: Line): void {
  const state = kept.get(document)
  const structs = weightOf(piece, document)
  if (!state || structs === undefined) {
    line.drop(1003, 'not understood')
    throw new Refused('unreadable')
  }
  // Whoever comes back says all that was deleted ever; most often nothing of it is new.
  if (sync === SYNC.answers && Y.snapshotContainsUpdate(Y.snapshot(document), piece)) return
  if (state.bytes + piece.byteLength > LARGEST.bytes || state.structs + structs > LARGEST.structs) {
    announce(document, { kind: 'full' })
    throw new Refused('full')
  }
  state.bytes += piece.byteLength
  state.structs += structs
  owe(document, state, piece)
}

function owe(document: Document, state: Kept, piece: Uint8Array): void {
  const durable = append(documentIdOf(document.name) ?? '', piece).then(
    (id) => {
      // Applied long ago: only then it may count as part of the state.
      state.ids.push(id)
      shareUpdate(document.name, id)
    },
    (err: unknown) => lack(document, state, err),
  )
  // What was said before comes first: a later piece may build on one that could not be kept.
  const owed = Promise.all([state.owed, durable])
  state.owed = owed
  const settle = () => {
    if (state.owed === owed) state.owed = undefined
  }
  owed.then(settle, settle)
}

/** What acknowledgements in a document have to wait for. */
export function owedFor(name: string): Promise<unknown> | undefined {
  const document = running.collab?.documents.get(name)
  return document && kept.get(document)?.owed
}

/** Is there more in the text than the database knows of at this moment? */
export const isUnkept = (id: string) => owedFor(documentName(id)) !== undefined

/** Before a document leaves the memory. */
export async function settled(document: Document): Promise<void> {
  await kept.get(document)?.owed?.catch(() => undefined)
}

/** A piece that others see already could not be kept: the whole text is, as soon as that is possible again. */
function lack(document: Document, state: Kept, err: unknown): Promise<void> {
  log.warn({ err }, 'a piece of a document could not be kept')
  state.failures += 1
  state.recovery ??= recover(document, state).finally(() => {
    state.recovery = undefined
  })
  return state.recovery
}

async function recover(document: Document, state: Kept): Promise<void> {
  // A busy pool refuses in the very turn of the piece, before Hocuspocus has applied it.
  await sleep(1)
  for (let seen = 0; seen !== state.failures;) {
    if (running.collab?.documents.get(document.name) !== document) throw new Refused('closed')
    seen = state.failures
    try {
      if (!(await exclusively(document))) return giveUp(document)
    } catch (err) {
      seen = 0
      log.warn({ err }, 'a document could not be kept, it is tried again')
      await sleep(TRY_AGAIN, undefined, { ref: false })
    }
  }
}

/** It is gone for good: whoever has it open hears so when they come back. */
function giveUp(document: Document): never {
  for (const { context } of document.getConnections()) lineOf(context).drop(4401, 'judged anew')
  throw new Refused('unknown')
}

export const lineOf = (context: unknown): Line => (context as Context).line

const exclusively = (document: Document) => document.saveMutex.runExclusive(() => store(document))

/** Folds a document that is open. What cannot be folded stays in the journal. */
export async function foldOpen(document: Document): Promise<void> {
  try {
    await store(document)
  } catch (err) {
    log.warn({ err }, 'a document could not be folded')
  }
}

/** Folds at once what waits to be folded, for somebody who wants to read. What cannot be folded is read later. */
export async function foldNow(id: string): Promise<void> {
  try {
    const document = await openDocument(documentName(id))
    if (document) await exclusively(document)
    else await foldClosed(id)
  } catch (err) {
    log.warn({ err }, 'a document could not be folded')
  }
}

/** @returns false when the document is gone; otherwise everything that was said before is durable */
async function store(document: Document): Promise<boolean> {
  const state = kept.get(document)
  const id = documentIdOf(document.name)
  if (!state || !id) return false
  const ids = [...state.ids]
  const whole = Y.encodeStateAsUpdate(document)
  const outcome = await fold(id, { doc: document, ...state, ids }, whole)
  // Another server has folded: what it knew is taken in, then it is our turn again.
  if (outcome === 'stale') return (await catchUp(document, state)) && store(document)
  const folded = new Set(ids)
  state.folded += 1
  state.bytes = whole.byteLength
  state.structs = structsIn(document)
  state.ids = state.ids.filter((one) => !folded.has(one))
  const isInvalid = outcome === 'invalid'
  if (isInvalid !== state.isInvalid) announce(document, { kind: isInvalid ? 'invalid' : 'valid' })
  state.isInvalid = isInvalid
  return true
}

/** Takes in all that the database has. @returns false when the document is gone */
async function catchUp(document: Document, state: Kept): Promise<boolean> {
  const loaded = await load(documentIdOf(document.name) ?? '')
  if (!loaded) return false
  take(document, Y.encodeStateAsUpdate(loaded.doc))
  loaded.doc.destroy()
  state.folded = loaded.folded
  // Pieces that were kept here meanwhile are part of the text as well.
  state.ids = [...new Set([...loaded.ids, ...state.ids])]
  return true
}

function take(document: Document, piece: Uint8Array): void {
  Y.applyUpdate(document, piece, { source: 'local', skipStoreHooks: true })
}

/** Takes in pieces that came by another way than a connection of this server: a command, or another node. */
export async function takeIn(id: string, ids: number[]): Promise<void> {
  const document = await openDocument(documentName(id))
  const state = document && kept.get(document)
  if (!document || !state) return
  const known = new Set(state.ids)
  const unknown = ids.filter((one) => !known.has(one))
  const pieces = await sql.listUpdates(unknown)
  // What is no longer there has been folded meanwhile, by a server that had it before we did.
  if (pieces.length < unknown.length) await catchUp(document, state)
  else for (const { id: one, data } of pieces) takeOne(document, state, one, data)
}

function takeOne(document: Document, state: Kept, id: number, data: Uint8Array): void {
  try {
    take(document, data)
    state.ids.push(id)
  } catch (err) {
    log.error({ err, document: document.name }, 'a piece of a document could not be read')
  }
}

/** News between servers can get lost: now and then each looks for itself what the others have written. */
export async function takeInMissed(): Promise<void> {
  const documents = [...(running.collab?.documents.values() ?? [])]
  const states = documents.flatMap((document) => {
    const [state, id] = [kept.get(document), documentIdOf(document.name)]
    return state && id ? [{ document, state, id }] : []
  })
  const rows = await sql.listJournals(states.map(({ id }) => id))
  for (const { document, state, id } of states) {
    const row = rows.find(({ documentId }) => documentId === id)
    if (!row) continue
    const known = new Set(state.ids)
    if (row.folded !== state.folded) await catchUp(document, state)
    else
      await takeIn(
        id,
        row.ids.filter((one) => !known.has(one)),
      )
  }
}

export function announce(document: Document, news: CollabNews): void {
  document.broadcastStateless(JSON.stringify(news))
}
