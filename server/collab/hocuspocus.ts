import { remember } from '@epic-web/remember'
import { type Document, Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.ts'
import { fullName } from '#server/auth/actor.ts'
import { isMalformedName, isUnavailable } from '#server/platform/errors.ts'
import { log } from '#server/platform/log.ts'
import { isReadable } from '#server/rich-text/yjs.ts'
import type { CollabNews } from './contract.ts'
import { documentName } from './contract.ts'
import { append, fold, load, type Loaded } from './journal.ts'
import { collabKind } from './kinds.ts'
import { shareAwareness, shareUpdate } from './nodes.ts'
import * as sql from './sql.ts'

/** Who is behind a connection; set at the upgrade, before a byte of it is read. */
export type Context = { actor: Actor; drop: (code: number, reason: string) => void }

const NAME = /^document\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/
/** The text is at most 1 MB; what its history adds has an end too. */
const LARGEST_DOCUMENT = 24 * 1024 * 1024
const CARET_COLOURS = 8

/** y-protocols: the first message of a sync asks only; the others bring something. */
const ASKS = 0
const ANSWERS = 1

type Kept = Omit<Loaded, 'doc'> & { bytes: number }
const kept = new WeakMap<Y.Doc, Kept>()

/** No message: Hocuspocus would write it to the console, and a refusal is nothing unusual. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly reason: string) {
    super()
  }
}

export const documentIdOf = (name: string) => NAME.exec(name)?.[1]

const running = remember('collab-server', () => ({
  collab: undefined as Hocuspocus<Context> | undefined,
}))

export const runningCollab = () => running.collab

/** Nothing can be opened any more. */
export function forgetCollab(): void {
  running.collab = undefined
}

/** The server of documents that are written together. One on each node. */
export function createCollab() {
  running.collab = new Hocuspocus<Context>({
    quiet: true,
    debounce: 2_000,
    maxDebounce: 10_000,
    timeout: 60_000,
    maxUnauthenticatedQueueSize: 256 * 1024,
    maxUnauthenticatedQueueMessages: 50,
    maxPendingDocuments: 8,

    onAuthenticate: ({ documentName: name, context, connectionConfig }) =>
      admit(name, context).then((standing) => {
        connectionConfig.readOnly = standing === 'read'
      }),
    onLoadDocument: ({ documentName: name, document }) => fill(name, document),
    beforeSync: ({ documentName: name, document, connection, type, payload }) =>
      type === ASKS || connection.readOnly
        ? Promise.resolve()
        : journal(name, document, { type, piece: payload }, connection.context),
    beforeHandleAwareness: ({ states, context }) => Promise.resolve(signAwareness(states, context)),
    onAwarenessUpdate: ({ documentName: name, document, transactionOrigin, ...changed }) => {
      if (!isFromElsewhere(transactionOrigin))
        shareAwareness(name, document, [...changed.added, ...changed.updated, ...changed.removed])
      return Promise.resolve()
    },
    onStoreDocument: ({ documentName: name, document }) => store(name, document),
  })
  return running.collab
}

/** Asks the same right as the page. @throws Refused, which tells the browser to stop trying */
async function admit(name: string, { actor, drop }: Context) {
  const id = documentIdOf(name)
  if (!id) throw new Refused('unknown')
  try {
    const standing = await collabKind().standing(actor, id)
    if (standing === 'none') throw new Refused('permission-denied')
    return standing
  } catch (error) {
    // A database that is away says nothing about rights: the browser is to come back.
    if (isUnavailable(error)) drop(1013, 'try again later')
    throw error instanceof Refused || !isMalformedName(error) ? error : new Refused('unknown')
  }
}

async function fill(name: string, document: Document): Promise<void> {
  const loaded = await load(documentIdOf(name) ?? '')
  if (!loaded) throw new Refused('unknown')
  const state = Y.encodeStateAsUpdate(loaded.doc)
  loaded.doc.destroy()
  Y.applyUpdate(document, state)
  const { folded, ids, isInvalid } = loaded
  kept.set(document, { folded, ids, isInvalid, bytes: state.byteLength })
}

/** Nothing is applied, passed on or acknowledged before it is durable (safety.md CR-2). */
async function journal(
  name: string,
  document: Document,
  { type, piece }: { type: number; piece: Uint8Array },
  { drop }: Context,
): Promise<void> {
  const state = kept.get(document)
  if (!state || !isReadable(piece)) throw new Refused('unreadable')
  // Whoever comes back says all that was deleted ever; most often nothing of it is new.
  if (type === ANSWERS && Y.snapshotContainsUpdate(Y.snapshot(document), piece)) return
  if (state.bytes + piece.byteLength > LARGEST_DOCUMENT) {
    announce(document, { kind: 'full' })
    throw new Refused('full')
  }
  const id = await append(documentIdOf(name) ?? '', piece).catch((err: unknown) => {
    // The browser comes back and sends it again, until it can be kept.
    log.warn({ err }, 'a piece of a document could not be kept')
    drop(1013, 'try again later')
    throw new Refused('not kept')
  })
  state.bytes += piece.byteLength
  shareUpdate(name, id)
  // Hocuspocus applies the piece in the microtasks that follow. Only then it may count as part of the state.
  setImmediate(() => state.ids.push(id))
}

const isFromElsewhere = (origin: unknown) =>
  isTransactionOrigin(origin) && origin.source === 'local'

/** Names come from the session: nobody writes under another's. */
function signAwareness(states: Map<number, Record<string, unknown>>, context?: Context): void {
  for (const [client, state] of states) {
    const user = context && {
      name: fullName(context.actor),
      colour: client % CARET_COLOURS,
    }
    states.set(client, { ...('cursor' in state && { cursor: state.cursor }), user })
  }
}

/** Folds at once what waits to be folded, for somebody who wants to read. */
export async function foldNow(id: string): Promise<void> {
  const document = running.collab?.documents.get(documentName(id))
  if (document) {
    await document.saveMutex.runExclusive(() => store(document.name, document))
    return
  }
  const loaded = await load(id)
  if (loaded && loaded.ids.length > 0) await fold(id, loaded)
  loaded?.doc.destroy()
}

async function store(name: string, document: Document): Promise<void> {
  const state = kept.get(document)
  const id = documentIdOf(name)
  if (!state || !id) return
  const ids = [...state.ids]
  const outcome = await fold(id, { doc: document, ...state, ids })
  if (outcome === 'stale') return catchUp(id, document, state)
  state.folded += 1
  state.ids = state.ids.filter((one) => !ids.includes(one))
  const isInvalid = outcome === 'invalid'
  if (isInvalid !== state.isInvalid) announce(document, { kind: isInvalid ? 'invalid' : 'valid' })
  state.isInvalid = isInvalid
}

/** Another server has folded: what it knew is taken in, then it is our turn again. */
async function catchUp(id: string, document: Document, state: Kept): Promise<void> {
  const loaded = await load(id)
  if (!loaded) return
  take(document, Y.encodeStateAsUpdate(loaded.doc))
  loaded.doc.destroy()
  state.folded = loaded.folded
  state.ids = loaded.ids
  return store(documentName(id), document)
}

function take(document: Document, piece: Uint8Array): void {
  Y.applyUpdate(document, piece, { source: 'local', skipStoreHooks: true })
}

/** Takes in pieces that came by another way than a connection of this server: a command, or another node. */
export async function takeIn(id: string, ids: number[]) {
  const document = running.collab?.documents.get(documentName(id))
  const state = document && kept.get(document)
  if (!document || !state) return
  for (const piece of await sql.listUpdates(ids))
    try {
      take(document, piece.data)
      state.ids.push(piece.id)
    } catch (err) {
      log.error({ err, documentId: id }, 'a piece of a document could not be read')
    }
}

export function announce(document: Document, news: CollabNews): void {
  document.broadcastStateless(JSON.stringify(news))
}
