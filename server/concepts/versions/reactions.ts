import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { conceptReturned, conceptSubmitted, versionPublished } from '../events.ts'
import * as sql from './approving/sql.ts'

export const reactions = [
  durable(conceptSubmitted, 'concepts.tell-publishers', ({ conceptId, actorId }) =>
    notify({
      ...{ kind: 'concepts.submitted', thing: { kind: 'concept-approval', id: conceptId } },
      ...{ actorId, audience: sql.publishersOf(conceptId, now()), mail: 'soon' },
    }),
  ),
  durable(conceptReturned, 'concepts.tell-writers', ({ conceptId, actorId }) =>
    notify({
      ...{ kind: 'concepts.returned', thing: { kind: 'concept-approval', id: conceptId } },
      ...{ actorId, audience: sql.writersOf(conceptId, now()), mail: 'soon' },
    }),
  ),
  durable(versionPublished, 'concepts.tell-of-version', async ({ conceptId, actorId }) => {
    const told = { thing: { kind: 'concept', id: conceptId }, actorId, mail: 'digest' as const }
    await notify({
      ...{ ...told, kind: 'concepts.published-here' },
      audience: sql.schoolOf(conceptId, now()),
    })
    await notify({
      ...{ ...told, kind: 'concepts.published-elsewhere' },
      audience: sql.peersOf(conceptId, now()),
    })
  }),
]
