import { live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { conceptChanged } from './events.ts'

export const reactions = [
  live(conceptChanged, ({ conceptId: id, what }) =>
    tell(roomOf('concept', id), { kind: 'concept', id, what }),
  ),
]
