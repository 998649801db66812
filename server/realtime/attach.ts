import type { Server as HttpServer } from 'node:http'
import { createAdapter } from '@socket.io/postgres-adapter'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { Actor } from '#server/auth/actor.ts'
import { readSession, stillValid } from '#server/auth/session.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { metrics } from '#server/platform/metrics.ts'
import { isOwnSocket } from '#server/platform/origin.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { roomKind, roomOf } from '#server/platform/rooms.ts'
import {
  disconnect,
  hearWhatOthersTold,
  held,
  roomOfPerson,
  roomOfSession,
  wasTold,
} from './emit.ts'
import { adapterPool } from './sql.ts'

const MOST_SOCKETS = 10
const MOST_ROOMS = 20
const SWEEP_EVERY = 30_000
const LARGEST_MESSAGE = 64 * 1024

type Known = { actor: Actor; rooms: Set<string> }
const known = (socket: Socket) => socket.data as Known

/** Opens the live line on the HTTP server. @returns how to close it */
export function attachRealtime(http: HttpServer): { close: () => Promise<void> } {
  const io = new Server(http, {
    path: '/rt',
    transports: ['websocket'],
    serveClient: false,
    // Other upgrades are the business of collab/attach.ts.
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, isOwnSocket(request.headers)),
  })
  if (!settings().isEmbedded)
    io.adapter(
      createAdapter(adapterPool(), { errorHandler: (err) => log.warn({ err }, 'adapter') }),
    )
  io.use((socket, next) => {
    admit(socket).then(
      () => next(),
      () => next(new Error('refused')),
    )
  })
  io.on('connection', welcome)
  io.engine.on('connection_error', () => undefined)
  held.io = io
  hearWhatOthersTold()
  const sweep = setInterval(() => void sweepEnded(io), SWEEP_EVERY)
  sweep.unref()
  return {
    close: async () => {
      clearInterval(sweep)
      held.io = undefined
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

async function admit(socket: Socket): Promise<void> {
  const actor = await readSession(socket.handshake.headers.cookie ?? '')
  if (typeof actor === 'string') throw new Error('no session')
  const open = await socket.nsp.in(roomOfPerson(actor.id)).fetchSockets()
  if (open.length >= MOST_SOCKETS) throw new Error('too many')
  socket.data = { actor, rooms: new Set() } satisfies Known
}

function welcome(socket: Socket): void {
  const { actor } = known(socket)
  forgetRequest(socket)
  metrics.sockets.inc()
  socket.on('disconnect', () => metrics.sockets.dec())
  void socket.join([roomOfPerson(actor.id), roomOfSession(actor.sessionId)])
  for (const [name, handle] of handlers)
    socket.on(name, (payload: unknown, answer: unknown) => {
      receive(socket, handle, payload)
        .then((result) => typeof answer === 'function' && (answer as (r: unknown) => void)(result))
        .catch((err: unknown) => log.warn({ err, event: name }, 'socket event failed'))
    })
}

/** The request of the handshake has served; six thousand of them kept would be half of the memory. */
function forgetRequest({ client }: Socket): void {
  Object.assign(client.conn, { request: undefined })
}

const place = z.strictObject({
  kind: z.string().max(40),
  id: z.uuid(),
  /** How old what one has of the room is, in milliseconds: the page was loaded before it could listen. */
  age: z.int().min(0).optional(),
})

type Handler = (socket: Socket, where: z.infer<typeof place>) => Promise<unknown>

async function receive(socket: Socket, handle: Handler, payload: unknown): Promise<unknown> {
  try {
    await spend('socketEvents', socket.id)
  } catch {
    socket.disconnect(true)
    return { ok: false }
  }
  const wanted = place.safeParse(payload)
  return wanted.success ? handle(socket, wanted.data) : { ok: false }
}

/** Everything a browser may say on the line. Typing is the only news it makes itself, and it has no name. */
const handlers = new Map<string, Handler>([
  [
    'join',
    async (socket, { kind, id, age = 0 }) => {
      const room = roomKind(kind)
      const { actor, rooms } = known(socket)
      if (!room || rooms.size >= MOST_ROOMS || !(await room.mayListen(actor, id)))
        return { ok: false }
      rooms.add(roomOf(kind, id))
      await socket.join(roomOf(kind, id))
      return { ok: true, hasMissed: age > 0 && wasTold(roomOf(kind, id), age) }
    },
  ],
  [
    'leave',
    async (socket, { kind, id }) => {
      known(socket).rooms.delete(roomOf(kind, id))
      await socket.leave(roomOf(kind, id))
      return { ok: true }
    },
  ],
  // What time it is here: a browser measures by how much its own clock differs.
  ['clock', () => Promise.resolve({ ok: true, now: now().getTime() })],
  [
    'typing',
    (socket, { kind, id }) => {
      const name = roomOf(kind, id)
      if (roomKind(kind)?.showsTyping && known(socket).rooms.has(name))
        socket.to(name).emit('typing', { kind, id })
      return Promise.resolve({ ok: true })
    },
  ],
])

/** Sessions also end by time, and on other nodes: whatever no longer stands loses its sockets here. */
async function sweepEnded(io: Server): Promise<void> {
  try {
    const open = [...io.sockets.sockets.values()].map((socket) => known(socket).actor.sessionId)
    const valid = await stillValid([...new Set(open)])
    disconnect(open.filter((id) => !valid.has(id)).map(roomOfSession))
  } catch (err) {
    log.warn({ err }, 'sweep of sockets failed')
  }
}
