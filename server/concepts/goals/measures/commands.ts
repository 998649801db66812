import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { askForSupport } from '#server/support/requests/commands.ts'
import { changingConcept, type Happened } from '../../commands.ts'
import { may } from '../../policy.ts'
import type { Working } from '../../views.ts'
import { refusals } from '../../words.ts'
import { checkOwners } from '../commands.ts'
import { goalNumber } from '../rules.ts'
import type { GoalRow } from '../sql.ts'
import { insideGoal } from '../entering/views.ts'
import { dayName } from '../words.ts'
import { LIMITS } from './contract.ts'
import type { AskForMeasure, EditMeasure, NewMeasure } from './inputs.ts'
import * as sql from './sql.ts'
import { measureStatusNames, words } from './words.ts'

export type Place = { school: string; goal: string; measure?: string }

/** Something to be done for a goal. The same form again is the same one. */
export async function addMeasure(actor: Actor, place: Place, input: NewMeasure): Promise<void> {
  await spend('posts', actor.id)
  await onGoal(actor, place, async ({ goal, working, happened }) => {
    const { owners, ...about } = input
    await checkOwners(working, owners, [])
    const at = now()
    const made = await sql.insertMeasure({
      ...about,
      ...{ goalId: goal.id, createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (!made) return
    if ((await sql.countMeasures(goal.id)) > LIMITS.perGoal) throw new Refusal(words.tooMany)
    await sql.replaceOwners(made.id, owners)
    await happened('measure.created', input.title)
  })
}

export function editMeasure(actor: Actor, place: Place, input: EditMeasure): Promise<void> {
  return onMeasure(actor, place, async ({ measure, working, happened }) => {
    const { owners, version, ...about } = input
    if (measure.version !== version) throw new Conflict(refusals.overtaken, plainMeasure(measure))
    await checkOwners(
      working,
      owners,
      measure.owners.map(({ id }) => id),
    )
    await sql.updateMeasure(measure.id, { ...about, changedAt: now() })
    await sql.replaceOwners(measure.id, owners)
    await happened('measure.edited', input.title, { status: input.status })
  })
}

/** Done, or open after all: one press. */
export function tickMeasure(
  actor: Actor,
  place: Place,
  { measure: id, isDone }: { measure: string; isDone: boolean },
): Promise<void> {
  return onMeasure(actor, { ...place, measure: id }, async ({ measure, happened }) => {
    const status = isDone ? 'done' : 'open'
    if (measure.status === status) return
    await sql.updateMeasure(measure.id, { status, changedAt: now() })
    await happened('measure.moved', measure.title, { status })
  })
}

/** Away, or back again. @returns its title */
export function putMeasureAway(actor: Actor, place: Place, isDeleted: boolean): Promise<string> {
  return onMeasure(actor, place, async ({ measure, happened }) => {
    if ((measure.deletedAt !== null) !== isDeleted) {
      const at = now()
      await sql.updateMeasure(measure.id, { deletedAt: isDeleted ? at : null, changedAt: at })
      await happened(isDeleted ? 'measure.deleted' : 'measure.restored', measure.title)
    }
    return measure.title
  })
}

/** Asks for help with what is blocked, through a PLG of one's own: it answers there, and is shown here. */
export function askForMeasure(actor: Actor, place: Place, input: AskForMeasure): Promise<void> {
  return onMeasure(actor, place, async ({ measure, happened }) => {
    if (measure.supportRequestId) return
    if (measure.status !== 'blocked') throw new Refusal(words.notBlocked)
    const { plg, kind, text, clientKey } = input
    const number = await askForSupport(actor, plg, { ...{ kind, text, clientKey }, wishedBy: null })
    const { id } = existing(await sql.findRequest(number))
    await sql.updateMeasure(measure.id, { supportRequestId: id, changedAt: now() })
    await happened('measure.asked', measure.title)
  })
}

type OnGoal = {
  goal: GoalRow
  working: Working
  happened: (what: string, measure: string, details?: Happened['details']) => Promise<void>
}

function onGoal<T>(actor: Actor, place: Place, work: (on: OnGoal) => Promise<T>): Promise<T> {
  return changingConcept(actor, { slug: place.school }, may.write, async (working, tell) => {
    const { goal } = await insideGoal(actor, working, goalNumber(place.goal))
    return work({
      ...{ goal, working },
      happened: (what, measure, details = {}) =>
        tell({
          ...{ thingKind: 'concept-goal', thingId: goal.id, what },
          details: { title: goal.title, measure, ...details },
        }),
    })
  })
}

function onMeasure<T>(
  actor: Actor,
  place: Place,
  work: (on: OnGoal & { measure: sql.MeasureRow }) => Promise<T>,
): Promise<T> {
  return onGoal(actor, place, async (on) => {
    const measure = existing(await sql.findMeasure(on.goal.id, place.measure ?? ''))
    return work({ ...on, measure })
  })
}

/** What stands there now, for whoever was slower. */
function plainMeasure(measure: sql.MeasureRow): string {
  return [
    measure.title,
    measure.nextStep && `Nächster Schritt: ${measure.nextStep}`,
    measure.dueOn && `Fällig am ${dayName(measure.dueOn)}`,
    `Stand: ${measureStatusNames[measure.status]}`,
    measure.blockedBy && `Blockiert: ${measure.blockedBy}`,
  ]
    .filter(Boolean)
    .join('\n')
}
