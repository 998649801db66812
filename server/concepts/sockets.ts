import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearConcept } from './views.ts'

/** Who hears of changes of a working copy is who may read it; asked again at every connection. */
export const rooms: RoomKind[] = [{ kind: 'concept', mayListen: mayHearConcept }]
