import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { remember } from '@epic-web/remember'
import type { Hocuspocus } from '@hocuspocus/server'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '#server/auth/actor.ts'
import { readSession, stillValid } from '#server/auth/session.ts'
import { log } from '#server/platform/log.ts'
import { isOwnSocket } from '#server/platform/origin.ts'
import { COLLAB_PATH, documentName, LARGEST_FRAME } from './contract.ts'
import {
  type Context,
  createCollab,
  documentIdOf,
  forgetCollab,
  runningCollab,
  takeIn,
} from './hocuspocus.ts'
import { foldLeftOvers } from './journal.ts'
import { hearOthers, type ServerNews, shareUpdate, takeAwareness, tellToClose } from './nodes.ts'

const MOST_LINES = 10
/** Far more than anybody types; a flood ends the line. */
const MOST_FRAMES = { count: 600, within: 10_000 }
const SWEEP_EVERY = 30_000
const SHUT_DOWN_WITHIN = 4_000

type Line = { socket: WebSocket; actor: Actor }
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
        if (actor)
          sockets.handleUpgrade(request, socket, head, (line) => welcome(collab, line, actor))
      })
    // In development Vite listens on the same server.
    else if (!path?.startsWith('/rt') && !isDev) refuse(socket, '404 Not Found')
  }
  http.on('upgrade', handleUpgrade)
  hearOthers((news) => void hear(news))
  const sweep = setInterval(() => void sweepEnded(), SWEEP_EVERY)
  sweep.unref()
  return {
    close: async () => {
      clearInterval(sweep)
      http.off('upgrade', handleUpgrade)
      forgetCollab()
      for (const { socket } of held.lines) socket.close(1012, 'restart')
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
    const own = [...held.lines].filter((line) => line.actor.id === actor.id)
    if (own.length >= MOST_LINES) return refuse(socket, '429 Too Many Requests')
    return actor
  } catch (err) {
    log.warn({ err }, 'a line for documents could not be opened')
    return refuse(socket, '503 Service Unavailable')
  }
}

function refuse(socket: Duplex, status: string): undefined {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function welcome(collab: Hocuspocus<Context>, socket: WebSocket, actor: Actor): void {
  const line = { socket, actor }
  held.lines.add(line)
  const drop = (code: number, reason: string) => socket.close(code, reason)
  const connection = collab.handleConnection(
    // Hocuspocus wants a socket of the browser's kind; that of `ws` is one in all it uses.
    socket as unknown as Parameters<typeof collab.handleConnection>[0],
    new Request(`http://collab${COLLAB_PATH}`),
    { actor, drop },
  )
  const isFlood = frameCounter()
  socket.on('message', (data: RawData) => {
    const frame = new Uint8Array(data as Buffer)
    if (isFlood()) drop(1008, 'too many')
    else if (isForUs(frame)) connection.handleMessage(frame)
    else drop(1003, 'not understood')
  })
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    held.lines.delete(line)
    connection.handleClose({ code, reason: reason.toString() })
  })
}

function frameCounter(): () => boolean {
  let from = 0
  let count = 0
  return () => {
    const at = Date.now()
    if (at - from > MOST_FRAMES.within) {
      from = at
      count = 0
    }
    count += 1
    return count > MOST_FRAMES.count
  }
}

const LONGEST_NAME = 100

/** Every frame begins with the name of its document; another name could be one that objects inherit. */
function isForUs(frame: Uint8Array): boolean {
  const length = frame[0] ?? 0
  if (length === 0 || length > LONGEST_NAME || frame.length <= length + 1) return false
  const name = Buffer.from(frame.subarray(1, 1 + length)).toString('latin1')
  return documentIdOf(name.split('\0')[0] ?? '') !== undefined
}

async function hear(news: ServerNews): Promise<void> {
  try {
    if (news.what === 'close') return closeHere(news)
    const document = runningCollab()?.documents.get(news.name)
    if (!document) return
    if (news.what === 'awareness') takeAwareness(document, news.update)
    else await takeIn(documentIdOf(news.name) ?? '', news.ids)
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
  for (const connection of opened ?? []) connection.context.drop(4401, 'judged anew')
  for (const { socket, actor } of held.lines)
    if (personIds?.includes(actor.id) || sessionIds?.includes(actor.sessionId))
      socket.close(4401, 'judged anew')
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
