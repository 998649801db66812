import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { may } from '../sessions/policy.ts'
import { type Ground, groundOf, insideSession } from '../sessions/views.ts'
import { taskGiven, tasksChanged } from './events.ts'
import type { TaskInput } from './inputs.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/** Writes down what somebody, or nobody yet, is to do. `session` is the number of the meeting it comes from. */
export async function giveTask(
  actor: Actor,
  place: { plg: string; session?: string },
  input: TaskInput,
): Promise<void> {
  await spend('posts', actor.id)
  await working(actor, place.plg, async ({ plg, proof }, publish) => {
    const { text, assignee, dueOn, clientKey } = input
    if (assignee !== undefined && !(await sql.isInside(proof, assignee)))
      throw new Refusal(refusals.notMember, 'assignee')
    const session =
      place.session === undefined
        ? undefined
        : await insideSession(actor, { plg: place.plg, number: place.session })
    const sessionId = session?.session.id ?? null
    const made = await sql.insertTask({
      ...{ plgId: plg.id, sessionId, text, clientKey, createdBy: actor.id, createdAt: now() },
      assigneeId: assignee ?? null,
      dueOn: dueOn ?? null,
    })
    if (!made) return
    if (assignee !== undefined && assignee !== actor.id)
      publish(taskGiven({ taskId: made.id, assigneeId: assignee, actorId: actor.id }))
    publish(tasksChanged({ plgId: plg.id, sessionId }))
  })
}

/** Done, or not after all. @returns its words */
export function tickTask(
  actor: Actor,
  slug: string,
  { id, isDone }: { id: string; isDone: boolean },
): Promise<string> {
  return working(actor, slug, async ({ plg, proof }, publish) => {
    const row = isDone ? { doneAt: now(), doneBy: actor.id } : { doneAt: null, doneBy: null }
    const task = existing(await sql.updateTask(proof, id, row))
    publish(tasksChanged({ plgId: plg.id, sessionId: task.sessionId }))
    return task.text
  })
}

function working<T>(
  actor: Actor,
  slug: string,
  work: (ground: Ground, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    const ground = await groundOf(actor, slug)
    authorize(may.work, actor, ground.facts)
    return work(ground, publish)
  })
}
