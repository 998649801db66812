import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { remember } from '@epic-web/remember'
import type { Hocuspocus } from '@hocuspocus/server'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '#server/auth/actor.ts'
import { readSession, stillValid } from '#server/auth/session.ts'
import { settings } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { isOwnSocket } from '#server/platform/origin.ts'
import { COLLAB_PATH, documentName, LARGEST_FRAME } from './contract.ts'
import { takeCarets } from './carets.ts'
import { bodyOf, documentIdOf } from './frames.ts'
import { createCollab } from './hocuspocus.ts'
import { foldLeftOvers } from './journal.ts'
import { aLine, type Line } from './line.ts'
import {
  hearOthers,
  type ServerNews,
  shareAwareness,
  shareUpdate,
  takeAwareness,
  tellToClose,
} from './nodes.ts'
import {
  type Context,
  keepCollab,
  lineOf,
  openDocument,
  owedFor,
  runningCollab,
  takeIn,
  takeInMissed,
} from './open-documents.ts'

const MOST_LINES = 10
const SWEEP_EVERY = 30_000
const LOOK_FOR_MISSED_EVERY = 10_000
const SHUT_DOWN_WITHIN = 3_000
/** Browsers answer at once when they are told goodbye. */
const LAST_WORD_WITHIN = 1_000

type Opening = { actor: Actor; duplex: Duplex }
const held = remember('collab-lines', () => ({ lines: new Set<Line>() }))

/** Opens the line for documents on the HTTP server. @returns how to close it, with everything kept */
export function attachCollab(http: HttpServer, { isDev }: { isDev: boolean }) {
  const collab = createCollab()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  })
  const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?')[0]
    if (path === COLLAB_PATH)
      void open(request, socket).then((actor) => {
        if (!actor) return
        if (isCrowded(actor)) refuse(socket, '429 Too Many Requests')
        else
          sockets.handleUpgrade(request, socket, head, (line) =>
            welcome(collab, { actor, duplex: socket }, line),
          )
      })
    // In development Vite listens on the same server.
    else if (!path?.startsWith('/rt') && !isDev) refuse(socket, '404 Not Found')
  }
  http.on('upgrade', handleUpgrade)
  hearOthers((news) => void hear(news))
  const sweep = setInterval(() => void sweepEnded(), SWEEP_EVERY)
  sweep.unref()
  const missed = setInterval(() => void lookForMissed(), LOOK_FOR_MISSED_EVERY)
  missed.unref()
  return {
    close: async () => {
      clearInterval(sweep)
      http.off('upgrade', handleUpgrade)
      clearInterval(missed)
      keepCollab(undefined)
      for (const line of held.lines) line.drop(1012, 'restart', LAST_WORD_WITHIN)
      collab.flushPendingStores()
      const until = Date.now() + SHUT_DOWN_WITHIN
      while (collab.getDocumentsCount() > 0 && Date.now() < until) await sleep(20)
      sockets.close()
    },
  }
}

/** Session and origin are looked at before a byte of the line is read (safety.md WS-1). */
async function open(request: IncomingMessage, socket: Duplex): Promise<Actor | undefined> {
  socket.on('error', () => undefined)
  try {
    if (!isOwnSocket(request.headers)) return refuse(socket, '403 Forbidden')
    const actor = await readSession(request.headers.cookie ?? '')
    if (typeof actor === 'string') return refuse(socket, '401 Unauthorized')
    return actor
  } catch (err) {
    log.warn({ err }, 'a line for documents could not be opened')
    return refuse(socket, '503 Service Unavailable')
  }
}

/** Asked in the very turn in which the line is opened, or many at once would all find room. */
const isCrowded = (actor: Actor) =>
  [...held.lines].filter((line) => line.actor.id === actor.id).length >= MOST_LINES

function refuse(socket: Duplex, status: string): undefined {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function welcome(collab: Hocuspocus<Context>, given: Opening, socket: WebSocket): void {
  const line = aLine({ ...given, socket, owedFor })
  held.lines.add(line)
  const connection = collab.handleConnection(
    // Hocuspocus wants a socket of the browser's kind; that of `ws` is one in all it uses.
    line.outgoing,
    new Request(`http://collab${COLLAB_PATH}`),
    { line },
  )
  socket.on('message', (data: RawData, isBinary) => {
    const bytes = new Uint8Array(data as Buffer)
    if (!line.mayPass(bytes, isBinary)) return
    const open = line.connectionFor(bytes)
    if (open) takeCarets(open, line, bodyOf(bytes))
    else connection.handleMessage(bytes)
  })
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    held.lines.delete(line)
    connection.handleClose({ code, reason: reason.toString() })
  })
}

async function hear(news: ServerNews): Promise<void> {
  try {
    if (news.what === 'close') return closeHere(news)
    if (news.what === 'pieces') return await takeIn(documentIdOf(news.name) ?? '', news.ids)
    const document = await openDocument(news.name)
    if (document && news.what === 'awareness') takeAwareness(document, news.update)
    if (document && news.what === 'who')
      shareAwareness(news.name, document, [...document.awareness.getStates().keys()])
  } catch (err) {
    log.warn({ err }, 'news of another server could not be used')
  }
}

function closeHere({
  name,
  personIds,
  sessionIds,
}: Omit<Extract<ServerNews, { what: 'close' }>, 'what'>) {
  const opened = name ? runningCollab()?.documents.get(name)?.getConnections() : undefined
  for (const { context } of opened ?? []) lineOf(context).drop(4401, 'judged anew')
  for (const { drop, actor } of held.lines)
    if (personIds?.includes(actor.id) || sessionIds?.includes(actor.sessionId))
      drop(4401, 'judged anew')
}

/** Closes lines on all servers; browsers come back and are judged anew (safety.md WS-4). */
export function closeLines(of: { personIds?: string[]; sessionIds?: string[] }): void {
  closeHere(of)
  tellToClose(of)
}

/** Whoever has this document open is judged anew: its place or state has changed. */
export function reopenDocument(documentId: string): void {
  const name = documentName(documentId)
  closeHere({ name })
  tellToClose({ name })
}

/** A command has added to the text: those who have it open see it, on all servers. */
export async function showChange(documentId: string, ids: number[]): Promise<void> {
  await takeIn(documentId, ids)
  for (const id of ids) shareUpdate(documentName(documentId), id)
}

/** Work that is due: what a server that died has left is folded. */
export const foldForgotten = {
  name: 'collab.fold-forgotten',
  run: () => foldLeftOvers((id) => runningCollab()?.documents.has(documentName(id)) ?? false),
}

async function sweepEnded(): Promise<void> {
  try {
    const open = [...held.lines].map(({ actor }) => actor.sessionId)
    if (open.length === 0) return
    const valid = await stillValid([...new Set(open)])
    closeHere({ sessionIds: open.filter((id) => !valid.has(id)) })
  } catch (err) {
    log.warn({ err }, 'sweep of lines for documents failed')
  }
}

/** Alone, nothing can be missed. */
async function lookForMissed(): Promise<void> {
  try {
    if (!settings().isEmbedded) await takeInMissed()
  } catch (err) {
    log.warn({ err }, 'documents could not be compared with the database')
  }
}
