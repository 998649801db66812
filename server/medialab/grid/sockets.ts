import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearDay } from './views.ts'

/** A day of the calendar. */
export const rooms: RoomKind[] = [{ kind: 'lab-day', mayListen: mayHearDay }]
