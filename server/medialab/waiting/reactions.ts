import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { labReleased } from '../events.ts'
import { offerReleased } from './commands.ts'
import { waitingExpired, waitingOffered } from './events.ts'
import { personOf } from './sql.ts'

const thing = (id: string) => ({ kind: 'lab-waiting', id })

export const reactions = [
  durable(labReleased, 'medialab.offer-to-waiting', ({ dateIds }) => offerReleased(dateIds)),
  durable(waitingOffered, 'waiting.tell-offered', ({ entryId, until }) =>
    notify({
      ...{ kind: 'waiting.offered', thing: thing(entryId), actorId: null, mail: 'soon' },
      ...{ audience: personOf(entryId), details: { until } },
    }),
  ),
  durable(waitingExpired, 'waiting.tell-expired', ({ entryId }) =>
    notify({
      ...{ kind: 'waiting.expired', thing: thing(entryId), actorId: null, mail: 'digest' },
      audience: personOf(entryId),
    }),
  ),
]
