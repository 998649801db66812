import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { roleGiven } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  durable(roleGiven, 'concepts.tell-of-role', ({ conceptId, personId, actorId, role }) =>
    notify({
      ...{ kind: 'concepts.role-given', thing: { kind: 'concept', id: conceptId }, actorId },
      ...{ details: { role }, audience: sql.personToTell(personId), mail: 'digest' },
    }),
  ),
]
