import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearWorkshop } from './views.ts'

/** Who hears of changes is who may see the workshop. */
export const rooms: RoomKind[] = [{ kind: 'workshop', mayListen: mayHearWorkshop }]
