import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearBooking } from './views.ts'

/** Who hears of changes is who may see the booking. */
export const rooms: RoomKind[] = [{ kind: 'lab-booking', mayListen: mayHearBooking }]
