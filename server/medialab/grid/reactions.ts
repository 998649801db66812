import { live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { labBooked, labChanged, labReleased } from '../events.ts'
import { roomsOfDates } from './views.ts'

type Of = { dateIds: string[]; bookingId: string | null }

/** Whoever looks at a day is told that something on it changed; what, they read by their own rights. */
async function tellDays(of: Of): Promise<void> {
  for (const id of await roomsOfDates(of))
    tell(roomOf('lab-day', id), { kind: 'lab-day', id, what: 'changed' })
}

export const reactions = [
  live(labBooked, ({ bookingId }) => tellDays({ bookingId, dateIds: [] })),
  live(labChanged, ({ dateIds }) => tellDays({ bookingId: null, dateIds })),
  live(labReleased, ({ dateIds }) => tellDays({ bookingId: null, dateIds })),
]
