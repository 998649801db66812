import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearPlg, mayHearTopic } from './views.ts'

/** Who listens is asked by the same right as who reads; asked again at every connection. */
export const rooms: RoomKind[] = [
  { kind: 'topic', mayListen: mayHearTopic, showsTyping: true },
  { kind: 'plg', mayListen: mayHearPlg },
]
