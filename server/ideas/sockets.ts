import type { RoomKind } from '#server/platform/rooms.ts'
import { mayHearIdea } from './views.ts'

/** Who hears of changes is who may read. */
export const rooms: RoomKind[] = [{ kind: 'idea', mayListen: mayHearIdea }]
