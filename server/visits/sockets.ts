import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearVisit } from './views.ts'

/** Who hears of changes is who may see the visit. */
export const rooms: RoomKind[] = [{ kind: 'classroom-visit', mayListen: mayHearVisit }]
