import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { goalAdopted } from '../../events.ts'
import * as sql from './sql.ts'

export const reactions = [
  // That a school took it, not which one: that one says so itself, in the version it publishes.
  durable(goalAdopted, 'concepts.tell-of-adopted-goal', async ({ fromGoalId }) => {
    const conceptId = await sql.conceptOf(fromGoalId)
    if (!conceptId) return
    await notify({
      kind: 'concepts.goal-adopted',
      thing: { kind: 'concept', id: conceptId },
      actorId: null,
      audience: sql.editorsToTell(fromGoalId),
      mail: 'digest',
    })
  }),
]
