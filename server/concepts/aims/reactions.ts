import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { THING } from './contract.ts'
import { aimDecided } from './events.ts'
import { authorToTell } from './sql.ts'

export const reactions = [
  durable(aimDecided, 'concepts.tell-of-decided-aim', ({ aimId, actorId, isInForce }) =>
    notify({
      kind: isInForce ? 'concepts.aim-in-force' : 'concepts.aim-taken-back',
      thing: { kind: THING, id: aimId },
      audience: authorToTell(aimId),
      mail: 'digest',
      actorId,
    }),
  ),
]
