import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { ownersOf } from '../booking/sql.ts'
import { datesUnfit } from './events.ts'

/** Whoever has booked it hears why, in time to move it. */
export const reactions = [
  durable(datesUnfit, 'medialab.tell-unfit', ({ bookingId, actorId, reason }) =>
    notify({
      ...{ kind: 'medialab.dates-unfit', thing: { kind: 'lab-booking', id: bookingId }, actorId },
      ...{ audience: ownersOf(bookingId), mail: 'soon', details: { reason } },
    }),
  ),
]
