import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { endOfHalf, runningHalf } from '#server/schools/calendar/contract.ts'
import { changingConcept } from '../../commands.ts'
import { goalAdopted } from '../../events.ts'
import { paths as concepts } from '../../paths.ts'
import { may, readableReach } from '../../policy.ts'
import type { AdoptGoal, UndoAdopting } from '../inputs.ts'
import { words } from '../words.ts'
import * as sql from './sql.ts'
import type { GoalAddress } from './views.ts'

const KIND = 'concept-goal'

/**
 * Takes a published goal into the own concept: its words, whose it was, and a new day. Once for a school, however many
 * press the button. @returns the address of the goal in the own draft
 */
export async function adoptGoal(
  actor: Actor,
  address: GoalAddress,
  input: AdoptGoal,
): Promise<string> {
  await spend('documents', actor.id)
  return changingConcept(
    actor,
    { id: input.conceptId },
    may.adopt,
    async (working, tell, publish) => {
      const { concept, school } = working
      const goal = existing(await sql.findPublishedGoal(address, readableReach(actor)))
      if (goal.conceptId === concept.id) throw new Refusal(words.ownGoal, 'conceptId')
      const from = goal.goalId
      if (from === null || !(await sql.isAlive(from))) throw new Refusal(words.isGone, 'conceptId')
      const [before] = await sql.listAdopted([concept.id], from)
      if (before) return concepts.goal(school.slug, before.number)
      const at = now()
      const half = runningHalf(localDayOf(at))
      const { title, why, successSign, dimension, competencies, subjects, gradeLevels } = goal
      const made = await sql.insertAdopted({
        ...{ title, why, successSign, dimension, competencies, subjects, gradeLevels },
        ...{ conceptId: concept.id, networkGoalId: goal.networkGoalId, dueOn: endOfHalf(half) },
        ...{ fromSchoolYear: half.schoolYear, fromHalf: half.half },
        ...{ adoptedFrom: from, adoptedSchool: goal.schoolName },
        position: (await sql.lastPosition(concept.id)) + 1,
        ...{ createdBy: actor.id, createdAt: at, changedAt: at, clientKey: input.clientKey },
      })
      if (!made) throw new Refusal(words.isGone, 'conceptId')
      await tell({
        ...{ thingKind: KIND, thingId: made.id, what: 'goal.adopted' },
        details: { title, school: goal.schoolName },
      })
      publish(goalAdopted({ goalId: made.id, fromGoalId: from, conceptId: concept.id }))
      return concepts.goal(school.slug, made.number)
    },
  )
}

/** Takes the goal away again, as long as nobody has begun with it. */
export function undoAdopting(
  actor: Actor,
  address: GoalAddress,
  { conceptId }: UndoAdopting,
): Promise<void> {
  return changingConcept(actor, { id: conceptId }, may.adopt, async (_, tell) => {
    const goal = existing(await sql.findPublishedGoal(address, readableReach(actor)))
    const from = goal.goalId ?? ''
    const adopted = from === '' ? [] : await sql.listAdopted([conceptId], from)
    if (adopted.length === 0) throw new Refusal(words.notTaken)
    const removed = await sql.removeUntouched(conceptId, from, now())
    if (!removed) throw new Refusal(words.isUsed)
    await tell({
      ...{ thingKind: KIND, thingId: removed.id, what: 'goal.adoption-undone' },
      details: { title: removed.title },
    })
  })
}
