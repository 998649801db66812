import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { wishAnswered } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  durable(wishAnswered, 'medialab.tell-of-answer', ({ wishId, actorId }) =>
    notify({
      kind: 'medialab.wish-answered',
      thing: { kind: 'lab-wish', id: wishId },
      actorId,
      audience: sql.voicesToTell(wishId, actorId),
      mail: 'digest',
    }),
  ),
]
