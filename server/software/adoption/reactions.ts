import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { adoptionDecided, adoptionWished } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  live(adoptionDecided, ({ productId: id }) =>
    tell(roomOf('software', id), { kind: 'software', id, what: 'adoption-changed' }),
  ),
  durable(adoptionDecided, 'software.tell-wishers', ({ productId, schoolId, actorId }) =>
    notify({
      kind: 'software.adoption-decided',
      thing: { kind: 'software', id: productId },
      actorId,
      audience: sql.wishersOf(schoolId, productId),
      mail: 'digest',
    }),
  ),
  durable(adoptionWished, 'software.tell-heads', ({ productId, schoolId, actorId }) =>
    notify({
      kind: 'software.adoption-wished',
      thing: { kind: 'software', id: productId },
      actorId,
      audience: sql.decidersOf(schoolId, now()),
      mail: 'digest',
    }),
  ),
]
