import { live } from '#server/platform/bus.ts'
import { roomOfPerson, tell } from '#server/realtime/emit.ts'
import { bellChanged } from './events.ts'

export const reactions = [
  live(bellChanged, ({ personIds }) =>
    tell(personIds.map(roomOfPerson), { kind: 'bell', id: '', what: 'changed' }),
  ),
]
