import type { Duplex } from 'node:stream'
import type { Connection } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { Actor } from '#server/auth/actor.ts'
import { acknowledgedIn, documentIdOf, type Frame, KIND, readFrame, SYNC } from './frames.ts'

/** Far more than anybody types; a flood ends the line. */
const ALLOWED = { cost: 600, within: 10_000 }
/** What a frame costs beside its bytes. Asking and answering look at the whole document. */
const COSTLY = 15
const BYTES_FOR_ONE = 8 * 1024
/** A caret is some hundred bytes. */
const LARGEST_AWARENESS = 8 * 1024
/** An editor opens one. */
const MOST_DOCUMENTS = 8
/** Whoever does not read what we send is left behind before it fills our memory. */
const MOST_UNREAD = 8 * 1024 * 1024
const OPENS_WITHIN = 10_000
const CLOSES_WITHIN = 3_000

const KINDS_FROM_BROWSERS = new Set<number>([KIND.sync, KIND.awareness, KIND.auth, KIND.close])
/** Harmless and of no use to us: SyncReply, QueryAwareness, Stateless, Ping, Pong. */
const UNHEARD = new Set([3, 4, 5, 9, 10])

export type Line = ReturnType<typeof aLine>

type Given = {
  socket: WebSocket
  duplex: Duplex
  actor: Actor
  /** What acknowledgements in a document have to wait for. */
  owedFor: (name: string) => Promise<unknown> | undefined
}

/** One browser's line, guarded in both directions. */
export function aLine({ socket, duplex, actor, owedFor }: Given) {
  const judge = guard()
  const connections = new Map<string, Connection>()
  let isDropped = false
  let isCorked = false

  function drop(code: number, reason: string, within = CLOSES_WITHIN): void {
    if (isDropped) return
    isDropped = true
    socket.close(code, reason)
    setTimeout(() => socket.terminate(), within).unref()
  }

  const deadline = setTimeout(() => drop(1008, 'nothing opened'), OPENS_WITHIN)
  deadline.unref()
  socket.on('close', () => clearTimeout(deadline))

  /** What is said in one turn leaves together: one call of the system instead of one for each frame. */
  function cork(): void {
    if (isCorked) return
    isCorked = true
    duplex.cork()
    process.nextTick(() => {
      isCorked = false
      duplex.uncork()
    })
  }

  function send(bytes: Uint8Array): void {
    if (socket.bufferedAmount > MOST_UNREAD) return socket.terminate()
    cork()
    socket.send(bytes)
  }

  return {
    actor,
    drop,
    /** The documents that were opened on it, by name. */
    opened: (connection: Connection) => {
      clearTimeout(deadline)
      connections.set(connection.document.name, connection)
    },
    /** The open document that a caret belongs to. */
    connectionFor(bytes: Uint8Array): Connection | undefined {
      const frame = readFrame(bytes)
      if (frame?.kind !== KIND.awareness) return undefined
      const connection = connections.get(frame.name)
      return connection?.document.hasConnection(connection) ? connection : undefined
    },
    /** What arrived. @returns whether anything is to be done with it */
    mayPass(bytes: Uint8Array, isBinary: boolean): boolean {
      if (isDropped) return false
      const verdict = isBinary ? judge(bytes) : 'odd'
      if (verdict === 'odd') drop(1003, 'not understood')
      if (verdict === 'flood') drop(1008, 'too many')
      return verdict === 'fine'
    },
    /** The socket as Hocuspocus knows it. What it acknowledges goes out when it is durable, in its order. */
    outgoing: {
      get readyState() {
        return socket.readyState
      },
      close: (code?: number, reason?: string) => drop(code ?? 1000, reason ?? ''),
      send(bytes: Uint8Array): void {
        const name = acknowledgedIn(bytes)
        const owed = name === undefined ? undefined : owedFor(name)
        if (owed) void owed.then(() => send(bytes)).catch(() => undefined)
        else send(bytes)
      },
    },
  }
}

type Verdict = 'fine' | 'unheard' | 'odd' | 'flood'

function guard(): (bytes: Uint8Array) => Verdict {
  const names = new Set<string>()
  let from = 0
  let spent = 0
  return (bytes) => {
    const at = Date.now()
    if (at - from > ALLOWED.within) {
      from = at
      spent = 0
    }
    const frame = readFrame(bytes)
    spent += costOf(bytes, frame)
    if (spent > ALLOWED.cost) return 'flood'
    if (!frame || !isForUs(frame, bytes.length)) return 'odd'
    if (!names.has(frame.name)) {
      // Another name could be one that objects inherit.
      if (!documentIdOf(frame.name) || names.size >= MOST_DOCUMENTS) return 'odd'
      names.add(frame.name)
    }
    return UNHEARD.has(frame.kind) ? 'unheard' : 'fine'
  }
}

function costOf(bytes: Uint8Array, frame: Frame | undefined): number {
  const { kind, sync } = frame ?? { kind: KIND.auth, sync: -1 }
  const isCostly = kind === KIND.auth || (kind === KIND.sync && sync !== SYNC.piece)
  return (isCostly ? COSTLY : 1) + Math.floor(bytes.length / BYTES_FOR_ONE)
}

function isForUs({ kind, sync }: Frame, bytes: number): boolean {
  if (kind === KIND.sync) return sync <= SYNC.piece
  if (kind === KIND.awareness) return bytes <= LARGEST_AWARENESS
  return KINDS_FROM_BROWSERS.has(kind) || UNHEARD.has(kind)
}
