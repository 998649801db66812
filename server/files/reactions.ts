import { live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { filesChanged } from './events.ts'

export const reactions = [
  // Whether anybody may listen to a thing is the matter of its area.
  live(filesChanged, ({ kind, id }) => tell(roomOf(kind, id), { kind, id, what: 'files' })),
]
