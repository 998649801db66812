import { remember } from '@epic-web/remember'
import type { Server } from 'socket.io'
import { settings } from '#server/platform/env.ts'

/** News says which thing changed, never what stands in it: readers load it through their own rights. */
export type News = {
  kind: string
  id: string
  what: string
  /** Larger things that changed with it: who listens to several of them hears the news once. */
  also?: { kind: string; id: string }[]
}

export const held = remember('io', () => ({ io: undefined as Server | undefined }))

/** Tells everyone in a room. Without sockets (tests, command line) it does nothing. */
export function tell(room: string | string[], news: News): void {
  if (!held.io) return
  const rooms = [room].flat()
  held.io.to(rooms).emit('news', news)
  noteTold(rooms)
  tellServers(TOLD, rooms)
}

/** When which room was last told something, here or on another server; the oldest first. */
const lastTold = new Map<string, number>()
/** Longer than a page needs from its loading to its joining. */
const REMEMBERED = 60_000
const TOLD = 'told'

function noteTold(rooms: string[]): void {
  const at = Date.now()
  for (const room of rooms) {
    lastTold.delete(room)
    lastTold.set(room, at)
  }
  for (const [room, then] of lastTold) {
    if (at - then < REMEMBERED) return
    lastTold.delete(room)
  }
}

export function hearWhatOthersTold(): void {
  hearServers(TOLD, (rooms) => noteTold(rooms as string[]))
}

/** Was something told in this room in the last so many milliseconds? Who joins only now has not heard it. */
export const wasTold = (room: string, within: number) =>
  Date.now() - (lastTold.get(room) ?? 0) <= within

export const roomOfPerson = (personId: string) => `person:${personId}`
export const roomOfSession = (sessionId: string) => `session:${sessionId}`

/** Closes sockets on all nodes; browsers come back and are judged anew. */
export function disconnect(rooms: string[]): void {
  if (rooms.length > 0) held.io?.in(rooms).disconnectSockets(true)
}

/** Says something to the other servers of this platform; alone, it does nothing. */
export function tellServers(channel: string, news: unknown): void {
  if (held.io && !settings().isEmbedded) held.io.serverSideEmit(channel, news)
}

/** Hears what other servers say. */
export function hearServers(channel: string, hear: (news: unknown) => void): void {
  held.io?.on(channel, hear)
}
