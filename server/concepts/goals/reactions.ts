import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { projectChanged } from '#server/projects/events.ts'
import { releaseEnding, standingChanged } from '#server/software/decisions/events.ts'
import { findTitle, measureOwnersToTell } from './due/sql.ts'
import { goalDue, goalGiven } from './events.ts'
import { findEnd, listLinkedGoals, noteNews } from './links/sql.ts'
import * as sql from './sql.ts'

const goal = (id: string) => ({ kind: 'concept-goal', id })
/** From here on the end of a release is news for a goal. */
const SOON = 30

type LinkNews = { kind: string; thing: { kind: string; id: string }; state: string | null }

/** Owners hear of what happened to a thing that their goal builds on. A state that can come once is told once. */
async function tellOwners({ kind, thing, state }: LinkNews): Promise<void> {
  for (const goalId of await listLinkedGoals(thing)) {
    const row = { goalId, thingKind: thing.kind, thingId: thing.id, at: now() }
    if (state !== null && !(await noteNews({ ...row, state }))) continue
    await notify({
      ...{ kind, thing: goal(goalId), actorId: null },
      ...{ audience: sql.ownersToTell(goalId), mail: 'digest' },
    })
  }
}

export const reactions = [
  durable(goalGiven, 'concepts.tell-of-goal', ({ goalId, actorId, personIds }) =>
    notify({
      ...{ kind: 'concepts.goal-given', thing: goal(goalId), actorId },
      ...{ audience: sql.ownersToTell(goalId, personIds), mail: 'digest' },
    }),
  ),
  durable(goalDue, 'concepts.tell-of-due', async ({ goalId, when, measureId }) => {
    const told = { thing: goal(goalId), actorId: null, mail: 'digest' as const }
    if (measureId === null)
      return notify({
        ...told,
        kind: `concepts.goal-${when}`,
        audience: sql.ownersToTell(goalId),
      })
    const measure = (await findTitle(measureId))?.title ?? ''
    return notify({
      ...{ ...told, kind: `concepts.measure-${when}`, details: { measure } },
      audience: measureOwnersToTell(measureId),
    })
  }),
  durable(standingChanged, 'concepts.tell-of-software', ({ productId: id }) =>
    tellOwners({ kind: 'concepts.link-software', thing: { kind: 'software', id }, state: null }),
  ),
  durable(releaseEnding, 'concepts.tell-of-ending', async ({ productId: id, days, until }) => {
    if (days > SOON) return
    const thing = { kind: 'software', id }
    await tellOwners({ kind: 'concepts.link-ending', thing, state: `ending ${until}`.slice(0, 40) })
  }),
  durable(projectChanged, 'concepts.tell-of-project', async ({ projectId: id }) => {
    const end = await findEnd(id)
    if (!end) return
    const thing = { kind: 'project', id }
    await tellOwners({ kind: 'concepts.link-project', thing, state: end.status })
  }),
]
