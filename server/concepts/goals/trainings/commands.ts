import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { changingConcept } from '../../commands.ts'
import { may } from '../../policy.ts'
import type { Working } from '../../views.ts'
import { refusals } from '../../words.ts'
import { goalChoices } from '../views.ts'
import { words as goalWords } from '../words.ts'
import type { EditTraining, NewTraining } from './inputs.ts'
import * as sql from './sql.ts'
import { formatNames, trainingStatusNames } from './words.ts'

const KIND = 'concept-training'

/** Something that colleagues want to learn. The same form again is the same one. */
export async function addTraining(actor: Actor, slug: string, input: NewTraining): Promise<void> {
  await spend('posts', actor.id)
  await changingConcept(actor, { slug }, may.write, async (working, tell) => {
    await checkGoal(actor, working, input.goalId)
    const made = await sql.insertTraining({
      ...input,
      ...{ conceptId: working.concept.id, createdBy: actor.id, createdAt: now() },
    })
    if (!made) return
    await tell({
      ...{ thingKind: KIND, thingId: made.id, what: 'training.created' },
      details: { title: input.topic },
    })
  })
}

export async function editTraining(
  actor: Actor,
  slug: string,
  { training, version, ...about }: EditTraining,
): Promise<void> {
  await changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const row = existing(await sql.findTraining(working.concept.id, training))
    if (row.version !== version)
      throw new Conflict(
        refusals.overtaken,
        [row.topic, row.forWhom, formatNames[row.format], trainingStatusNames[row.status]]
          .filter(Boolean)
          .join('\n'),
      )
    if (about.goalId !== row.goalId) await checkGoal(actor, working, about.goalId)
    await sql.updateTraining(row.id, about)
    await tell({
      ...{ thingKind: KIND, thingId: row.id, what: 'training.edited' },
      details: { title: about.topic },
    })
  })
}

/** Away, or back again. @returns its topic */
export function putTrainingAway(
  actor: Actor,
  slug: string,
  id: string,
  isDeleted: boolean,
): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const row = existing(await sql.findTraining(working.concept.id, id))
    if ((row.deletedAt !== null) === isDeleted) return row.topic
    await sql.updateTraining(row.id, { deletedAt: isDeleted ? now() : null })
    const what = isDeleted ? 'training.deleted' : 'training.restored'
    await tell({ thingKind: KIND, thingId: row.id, what, details: { title: row.topic } })
    return row.topic
  })
}

async function checkGoal(actor: Actor, working: Working, goalId: string | null) {
  if (goalId === null) return
  const goals = await goalChoices(actor, working)
  if (!goals.some(({ id }) => id === goalId)) throw new Refusal(goalWords.fromTheList, 'goalId')
}
