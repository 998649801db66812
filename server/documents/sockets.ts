import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearDocument } from './views.ts'

/** Who hears of changes is who may read; asked again at every connection. */
export const rooms: RoomKind[] = [{ kind: 'document', mayListen: mayHearDocument }]
