import type { RoomKind } from '#server/platform/rooms.ts'
import { DESK_ROOM } from './contract.ts'
import { may } from './policy.ts'

/** Who hears of cases is who may read them; a room holds ids only, so a case need not be looked up. */
export const rooms: RoomKind[] = [
  {
    kind: DESK_ROOM.kind,
    mayListen: (actor, id) => Promise.resolve(id === DESK_ROOM.id && may.visit(actor, {})),
  },
  { kind: 'review-case', mayListen: (actor) => Promise.resolve(may.visit(actor, {})) },
]
