import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import {
  runMoved,
  sessionCancelled,
  sessionMoved,
  sessionPlanned,
  sessionTouched,
} from './events.ts'
import * as sql from './sql.ts'

const KIND = 'plg-session'

/** Who has the page open, and who looks at the list of the PLG. */
const tellRooms = ({ sessionId, plgId }: { sessionId: string; plgId: string }) =>
  tell([roomOf(KIND, sessionId), roomOf('plg', plgId)], {
    kind: KIND,
    id: sessionId,
    what: 'session-changed',
    also: [{ kind: 'plg', id: plgId }],
  })

const tellMembers =
  (kind: string, mail: 'digest' | 'soon') =>
  ({ sessionId, actorId }: { sessionId: string; actorId: string }) =>
    notify({
      kind,
      thing: { kind: KIND, id: sessionId },
      actorId,
      audience: sql.membersToTell(sessionId),
      mail,
    })

export const reactions = [
  live(sessionPlanned, tellRooms),
  live(sessionMoved, tellRooms),
  live(sessionCancelled, tellRooms),
  live(sessionTouched, tellRooms),
  live(runMoved, ({ sessionId, word }) =>
    tell(roomOf(KIND, sessionId), { kind: KIND, id: sessionId, what: word }),
  ),

  durable(sessionPlanned, 'plg.tell-of-session', tellMembers('plg.session-planned', 'digest')),
  durable(sessionMoved, 'plg.tell-of-move', tellMembers('plg.session-moved', 'soon')),
  durable(sessionCancelled, 'plg.tell-of-cancelling', tellMembers('plg.session-cancelled', 'soon')),
]
