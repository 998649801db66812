import { remember } from '@epic-web/remember'
import type { Actor } from '#server/auth/actor.ts'

/**
 * A kind of room that a browser may listen in. The server joins the socket after asking `mayListen`,
 * which asks the same policy as the page.
 */
export type RoomKind = {
  kind: string
  mayListen: (actor: Actor, id: string) => Promise<boolean>
  /** May people in it see that somebody is writing? Without a name, never stored. */
  showsTyping?: boolean
}

const kinds = remember('rooms', () => new Map<string, RoomKind>())

export function registerRooms(all: RoomKind[]): void {
  kinds.clear()
  for (const room of all) kinds.set(room.kind, room)
}

export function roomKind(kind: string): RoomKind | undefined {
  return kinds.get(kind)
}

export function roomOf(kind: string, id: string): string {
  return `${kind}:${id}`
}
