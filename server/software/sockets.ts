import type { RoomKind } from '#server/platform/rooms.ts'
import { standingTo } from './views.ts'

/** Who hears of changes is who may see the entry. */
export const rooms: RoomKind[] = [
  {
    kind: 'software',
    mayListen: async (actor, id) => (await standingTo(actor, id)).canRead,
  },
]
