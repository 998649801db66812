import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { reportAsked } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  durable(reportAsked, 'medialab.ask-for-report', ({ bookingId }) =>
    notify({
      kind: 'medialab.report-asked',
      thing: { kind: 'lab-report-ask', id: bookingId },
      actorId: null,
      audience: sql.askedToTell(bookingId),
      mail: 'digest',
    }),
  ),
]
