import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { pollOpened, pollTouched } from './events.ts'
import * as sql from './sql.ts'

const tellPlg = ({ plgId }: { plgId: string }) =>
  tell(roomOf('plg', plgId), { kind: 'plg', id: plgId, what: 'polls-changed' })

export const reactions = [
  live(pollOpened, tellPlg),
  live(pollTouched, tellPlg),
  durable(pollOpened, 'plg.tell-of-poll', ({ pollId, actorId }) =>
    notify({
      kind: 'plg.poll-opened',
      thing: { kind: 'plg-poll', id: pollId },
      actorId,
      audience: sql.membersToTell(pollId),
      mail: 'digest',
    }),
  ),
]
