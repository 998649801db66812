import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { changingConcept } from '../commands.ts'
import { staffOf } from '../people/views.ts'
import { may } from '../policy.ts'
import type { Working } from '../views.ts'
import { refusals } from '../words.ts'
import { OPEN_STATUSES } from './contract.ts'
import { goalGiven } from './events.ts'
import type { EditGoal, GoalStep, NewGoal } from './inputs.ts'
import { canBeParent, goalNumber, horizonOn } from './rules.ts'
import * as sql from './sql.ts'
import { insideGoal } from './entering/views.ts'
import { readerOf } from './views.ts'
import { dayName, goalStatusNames, words } from './words.ts'

const KIND = 'concept-goal'

/** A new goal at the end of the list. The same form again is the same goal. @returns its number */
export async function createGoal(actor: Actor, slug: string, input: NewGoal): Promise<number> {
  await spend('posts', actor.id)
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const { concept } = working
    const before = await sql.findByKey(actor.id, input.clientKey)
    if (before) return before.number
    const { owners, ...about } = input
    await checkLinks(actor, working, input, null)
    await checkOwners(working, owners, [])
    const at = now()
    const { from } = horizonOn(localDayOf(at))
    const made = existing(
      await sql.insertGoal({
        ...about,
        ...{ conceptId: concept.id, createdBy: actor.id, createdAt: at, changedAt: at },
        ...{ fromSchoolYear: from.schoolYear, fromHalf: from.half },
        position: (await sql.lastPosition(concept.id)) + 1,
      }),
    )
    await putOwners(actor, made.id, owners, publish)
    await tell({
      ...{ thingKind: KIND, thingId: made.id, what: 'goal.created' },
      details: { title: input.title },
    })
    return made.number
  })
}

/** Everything one says about a goal but its status. Whoever is slower sees what stands there now. */
export function editGoal(
  actor: Actor,
  slug: string,
  number: string,
  input: EditGoal,
): Promise<number> {
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const { goal } = await insideGoal(actor, working, goalNumber(number))
    const { owners, version, ...about } = input
    if (goal.version !== version) throw new Conflict(refusals.overtaken, plainGoal(goal))
    await checkLinks(actor, working, input, goal)
    await checkOwners(
      working,
      owners,
      goal.owners.map(({ id }) => id),
    )
    await sql.updateGoal(goal.id, { ...about, changedAt: now() })
    await putOwners(actor, goal.id, owners, publish)
    await tell({
      ...{ thingKind: KIND, thingId: goal.id, what: 'goal.edited' },
      details: { title: input.title },
    })
    return goal.number
  })
}

/** What became of it. Partly reached, given up and put off say why. */
export function moveStatus(
  actor: Actor,
  slug: string,
  number: string,
  { status, statusReason, version }: GoalStep,
): Promise<void> {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const { goal } = await insideGoal(actor, working, goalNumber(number))
    // The same press once more.
    if (goal.status === status && goal.statusReason === statusReason) return
    if (goal.version !== version)
      throw new Conflict(
        refusals.overtaken,
        [goalStatusNames[goal.status], goal.statusReason].filter(Boolean).join(': '),
      )
    await sql.updateGoal(goal.id, { status, statusReason, changedAt: now() })
    await tell({
      ...{ thingKind: KIND, thingId: goal.id, what: 'goal.moved' },
      details: { title: goal.title, status, reason: statusReason },
    })
  })
}

/** Away, or back again. @returns its title */
export function putGoalAway(
  actor: Actor,
  slug: string,
  number: number,
  isDeleted: boolean,
): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const { goal } = await insideGoal(actor, working, number, { alsoDeleted: true })
    if ((goal.deletedAt !== null) === isDeleted) return goal.title
    const at = now()
    await sql.updateGoal(goal.id, { deletedAt: isDeleted ? at : null, changedAt: at })
    const what = isDeleted ? 'goal.deleted' : 'goal.restored'
    await tell({
      ...{ thingKind: KIND, thingId: goal.id, what },
      details: { title: goal.title },
    })
    return goal.title
  })
}

/** One place up or down among the goals that are worked on. */
export function moveGoal(
  actor: Actor,
  slug: string,
  { goal: number, way }: { goal: number; way: 'up' | 'down' },
): Promise<void> {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const { goal } = await insideGoal(actor, working, number)
    const rows = await sql.listChoices(working.concept.id, readerOf(actor, working))
    const open = rows.filter(({ status }) => (OPEN_STATUSES as string[]).includes(status))
    const ids = open.map(({ id }) => id)
    const place = ids.indexOf(goal.id)
    const other = way === 'up' ? place - 1 : place + 1
    const neighbour = ids[other]
    if (place < 0 || neighbour === undefined) return
    ids[other] = goal.id
    ids[place] = neighbour
    await sql.putInOrder(ids)
    await tell({
      ...{ thingKind: KIND, thingId: goal.id, what: 'goal.ordered' },
      details: { title: goal.title },
    })
  })
}

type Links = Pick<EditGoal, 'parentId' | 'networkGoalId'>

async function checkLinks(actor: Actor, working: Working, links: Links, goal: sql.GoalRow | null) {
  const { parentId, networkGoalId } = links
  if (networkGoalId) {
    const known = await sql.listNetworkGoals(goal?.networkGoalId ?? null)
    if (!known.some(({ id }) => id === networkGoalId))
      throw new Refusal(words.noNetworkGoal, 'networkGoalId')
  }
  if (!parentId || parentId === goal?.parentId) return
  const all = await sql.listChoices(working.concept.id, readerOf(actor, working))
  const parent = all.find(({ id }) => id === parentId)
  if (!parent) throw new Refusal(words.fromTheList, 'parentId')
  const child = goal && { id: goal.id, hasSteps: all.some((one) => one.parentId === goal.id) }
  if (!canBeParent(parent, child)) throw new Refusal(words.noParent, 'parentId')
}

/** Colleagues of the school; who was named before and has left may stay. */
export async function checkOwners({ school }: Working, owners: string[], before: string[]) {
  if (owners.every((id) => before.includes(id))) return
  const possible = new Set([...(await staffOf(school.id)).map(({ id }) => id), ...before])
  if (!owners.every((id) => possible.has(id))) throw new Refusal(words.notOfSchool, 'owners')
}

async function putOwners(actor: Actor, goalId: string, owners: string[], publish: Publish) {
  const personIds = (await sql.replaceOwners(goalId, owners)).filter((id) => id !== actor.id)
  if (personIds.length > 0) publish(goalGiven({ goalId, actorId: actor.id, personIds }))
}

/** What stands there now, for whoever was slower. */
function plainGoal(goal: sql.GoalRow): string {
  return [
    goal.title,
    goal.why,
    goal.successSign && `Gelungen, wenn: ${goal.successSign}`,
    `Fällig am ${dayName(goal.dueOn)}`,
    goal.owners.length > 0 && `Zuständig: ${goal.owners.map(({ name }) => name).join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n')
}
