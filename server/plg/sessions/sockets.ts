import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearSession } from './views.ts'

/** Who hears how a meeting goes on is who may read it; asked again at every connection. */
export const rooms: RoomKind[] = [{ kind: 'plg-session', mayListen: mayHearSession }]
