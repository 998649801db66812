import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { changingConcept } from '../../commands.ts'
import { may } from '../../policy.ts'
import { insideGoal } from '../entering/views.ts'
import type { CheckInInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Two lines about how it stands. Appended; the same form again says nothing new. */
export async function checkIn(
  actor: Actor,
  slug: string,
  number: number,
  { mood, text, clientKey }: CheckInInput,
): Promise<void> {
  await spend('posts', actor.id)
  await changingConcept(actor, { slug }, may.readWorking, async (working, tell) => {
    const { goal, facts } = await insideGoal(actor, working, number)
    authorize(may.checkIn, actor, facts)
    const row = { goalId: goal.id, mood, text, byId: actor.id, at: now(), clientKey }
    const made = await sql.insertCheckIn(row)
    if (!made) return
    await tell({
      ...{ thingKind: 'concept-goal', thingId: goal.id, what: 'goal.checked-in' },
      details: { title: goal.title, mood, checkIn: made.id },
    })
  })
}
