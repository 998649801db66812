import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { staffOf } from '../people/views.ts'
import { may as mayOfConcept } from '../policy.ts'
import { factsOf, ownConcepts, type Working, workingOf } from '../views.ts'
import { listConcepts } from '../sql.ts'
import { checkInsOf } from './check-ins/views.ts'
import {
  ENOUGH,
  GOAL_STATUSES,
  type GoalLine,
  GOALS_PER_PAGE,
  type GoalStatus,
  type LastCheckIn,
  OPEN_STATUSES,
} from './contract.ts'
import { insideGoal } from './entering/views.ts'
import { measuresOf } from './measures/views.ts'
import { may } from './policy.ts'
import {
  daysBetween,
  goalNumber,
  horizonOn,
  isFar,
  isNear,
  isOpen,
  nextEnds,
  promptsOf,
} from './rules.ts'
import * as sql from './sql.ts'
import { dueText } from './words.ts'

export const readerOf = (actor: Actor, { facts }: Working): sql.Reader => ({
  personId: actor.id,
  all: mayOfConcept.write(actor, facts),
})

type Shown = Pick<sql.GoalRow, 'status' | 'dueOn'>

export function dueOf({ status, dueOn }: Shown, today: string): GoalLine['due'] {
  if (!isOpen(status)) return null
  const left = daysBetween(today, dueOn)
  return { text: dueText(dueOn, left), isLate: left < 0, isNear: isNear(dueOn, today) }
}

const lastOf = ({ last }: sql.CardRow): LastCheckIn | null =>
  last && {
    ...{ mood: last.mood, text: last.text, at: new Date(last.at) },
    by: last.firstName && last.lastName ? `${last.firstName} ${last.lastName}` : null,
  }

/** A goal as the cards and lists show it. */
function lineOf(actor: Actor, { facts }: Working, row: sql.CardRow, today: string): GoalLine {
  const { id, number, title, status, dueOn, owners, next } = row
  const isOwn = owners.some((owner) => owner.id === actor.id)
  return {
    ...{ id, number, title, status, dueOn, owners, isOwn },
    due: dueOf(row, today),
    next: next && { title: next.nextStep || next.title, dueOn: next.dueOn },
    lastCheckIn: lastOf(row),
    canCheckIn: mayOfConcept.checkIn(actor, { ...facts, isOwner: isOwn }),
  }
}

/** What opens first: the goals that are worked on. */
export async function glanceFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const reader = readerOf(actor, working)
  const at = now()
  const today = localDayOf(at)
  const [rows, counts] = await Promise.all([
    sql.listByStatus(concept.id, reader, { statuses: ['active'], limit: GOALS_PER_PAGE }),
    sql.countByStatus(concept.id, reader),
  ])
  const goals = rows.map((row) => lineOf(actor, working, row, today))
  const since = new Map(rows.map(({ id, createdAt }) => [id, createdAt]))
  const count = counts.get('active') ?? 0
  return {
    ...{ school, goals, now: at, count },
    half: horizonOn(today),
    isMany: count > ENOUGH,
    waiting: (counts.get('planned') ?? 0) + (counts.get('idea') ?? 0),
    isEmpty: [...counts.values()].every((one) => one === 0),
    prompts: promptsOf(
      goals.map(({ id, ...goal }) => ({
        ...goal,
        heardOn: localDayOf(goal.lastCheckIn?.at ?? since.get(id) ?? at),
      })),
      today,
    ),
    checkInKeys: goals.map(() => randomUUID()),
    can: { write: mayOfConcept.write(actor, facts) },
  }
}

/** All goals, a page at a time; those to be worked on first unless a status is asked for. */
export async function goalsFor(actor: Actor, slug: string, search: URLSearchParams, page: number) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const reader = readerOf(actor, working)
  const asked = GOAL_STATUSES.find((one) => one === search.get('stand'))
  const statuses = asked ? [asked] : OPEN_STATUSES
  const at = now()
  const [rows, counts] = await Promise.all([
    sql.listByStatus(concept.id, reader, {
      ...{ statuses, limit: GOALS_PER_PAGE, offset: (page - 1) * GOALS_PER_PAGE },
    }),
    sql.countByStatus(concept.id, reader),
  ])
  const total = statuses.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
  return {
    ...{ school, now: at, status: asked ?? '' },
    counts: GOAL_STATUSES.map((value) => ({ value, count: counts.get(value) ?? 0 })),
    can: { write: mayOfConcept.write(actor, facts) },
    ...paged(
      rows.map((row) => lineOf(actor, working, row, localDayOf(at))),
      total,
      page,
      GOALS_PER_PAGE,
    ),
  }
}

/** One goal with all that belongs to it. */
export async function goalFor(actor: Actor, slug: string, number: string, page: number) {
  const working = await workingOf(actor, { slug })
  const { goal, facts } = await insideGoal(actor, working, goalNumber(number))
  const at = now()
  const today = localDayOf(at)
  const [steps, measures, checkIns, staff] = await Promise.all([
    sql.listSteps(goal.id, readerOf(actor, working)),
    measuresOf(actor, goal.id, today),
    checkInsOf(goal.id, page),
    staffOf(working.school.id),
  ])
  const canWrite = mayOfConcept.write(actor, facts)
  return {
    ...{ school: working.school, now: at, measures, checkIns },
    goal: {
      ...shownOf(goal),
      due: dueOf(goal, today),
      isFar: isOpen(goal.status) && isFar(today, goal.dueOn),
    },
    steps: steps.map((row) => lineOf(actor, working, row, today)),
    staff: canWrite ? staff : [],
    keys: { checkIn: randomUUID(), measure: randomUUID() },
    can: {
      write: canWrite,
      checkIn: mayOfConcept.checkIn(actor, facts),
      contribute: mayOfConcept.contribute(actor, facts),
      step: canWrite && goal.parentId === null,
    },
  }
}

function shownOf(goal: sql.GoalRow) {
  const { id, number, title, why, status, statusReason, dueOn, owners, version } = goal
  const { dimension, subjects, gradeLevels, wholeSchool, competencies, successSign } = goal
  const { visibility, adoptedSchool, fromSchoolYear, fromHalf, changedAt } = goal
  const { parentId, parentTitle, parentNumber, networkGoalId, networkTitle, networkNumber } = goal
  return {
    ...{ id, number, title, why, status, statusReason, dueOn, owners, version },
    ...{ dimension, subjects, gradeLevels, wholeSchool, competencies, successSign },
    ...{ visibility, adoptedSchool, fromSchoolYear, fromHalf, changedAt },
    parent: parentNumber === null ? null : { title: parentTitle ?? '', number: parentNumber },
    network: networkNumber === null ? null : { title: networkTitle ?? '', number: networkNumber },
    ...{ parentId, networkGoalId },
  }
}

/** What the form of a new goal needs. `of`: the number of the larger goal it is a step of. */
export async function newGoalFor(actor: Actor, slug: string, of: string | null) {
  const working = await workingOf(actor, { slug })
  authorize(mayOfConcept.write, actor, working.facts)
  const choices = await choicesFor(actor, working, null)
  const { dueOn } = horizonOn(localDayOf(now()))
  const parent = choices.parents.find(({ number }) => number === goalNumber(of ?? ''))
  return { ...choices, dueOn, me: actor.id, parentId: parent?.id ?? '', clientKey: randomUUID() }
}

/** What the form of an existing goal needs. */
export async function goalEditingFor(actor: Actor, slug: string, number: string) {
  const working = await workingOf(actor, { slug })
  authorize(mayOfConcept.write, actor, working.facts)
  const { goal } = await insideGoal(actor, working, goalNumber(number))
  const choices = await choicesFor(actor, working, goal)
  const gone = goal.owners.filter((one) => !choices.staff.some(({ id }) => id === one.id))
  return {
    ...{ ...choices, goal: shownOf(goal) },
    // Who has left the school stays until somebody takes them out.
    staff: [...choices.staff, ...gone],
  }
}

async function choicesFor(actor: Actor, working: Working, goal: sql.GoalRow | null) {
  const [staff, all, networkGoals] = await Promise.all([
    staffOf(working.school.id),
    sql.listChoices(working.concept.id, readerOf(actor, working)),
    sql.listNetworkGoals(goal?.networkGoalId ?? null),
  ])
  const today = localDayOf(now())
  const hasSteps = all.some(({ parentId }) => parentId !== null && parentId === goal?.id)
  const parents = all.filter(
    (one) =>
      one.id === goal?.parentId || (!hasSteps && one.parentId === null && one.id !== goal?.id),
  )
  return {
    ...{ school: working.school, staff, networkGoals, today },
    parents: parents.map(({ id, number, title }) => ({ id, number, title })),
    ends: nextEnds(today, 2),
  }
}

/** Goals to point at from a reflection or a training. */
export async function goalChoices(actor: Actor, working: Working) {
  const rows = await sql.listChoices(working.concept.id, readerOf(actor, working))
  return rows.map(({ id, number, title, status }) => ({
    ...{ id, number, title },
    status: status as GoalStatus,
  }))
}

/** Goals as lines of bell, search and references: those of working copies that one reads. */
export async function goalCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  const concepts = await listConcepts([...new Set(rows.map((row) => row.conceptId))], actor.id)
  return rows.flatMap(({ id, title, number, conceptId, visibility, isOwner }) => {
    const concept = concepts.find((one) => one.id === conceptId)
    if (!concept || !may.see(actor, { ...factsOf(concept), visibility, isOwner: Boolean(isOwner) }))
      return []
    return [{ id, title, context: concept.title, path: paths.goal(concept.schoolSlug, number) }]
  })
}

/** What hangs on a goal changes who may write in its concept. */
export async function goalStanding(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listByIds([id], actor.id)
  const [concept] = row ? await listConcepts([row.conceptId], actor.id) : []
  if (!row || !concept) return { canRead: false, canChange: false, plgId: null }
  const facts = { ...factsOf(concept), visibility: row.visibility, isOwner: Boolean(row.isOwner) }
  const canRead = may.see(actor, facts)
  return { canRead, canChange: canRead && mayOfConcept.write(actor, facts), plgId: null }
}

/** The goal that an address of ours leads to; whoever asks looks at the rights. */
export async function locateGoal(path: string): Promise<string | undefined> {
  const found = /^\/konzepte\/([a-z0-9-]+)\/entwurf\/ziele\/(\d{1,9})\/?$/.exec(path)
  return found ? (await sql.findIdByNumber(found[1] ?? '', Number(found[2])))?.id : undefined
}

/** Goals of one's own concepts; those of others are found once they are published. */
export async function searchGoals(actor: Actor | null, words: string[], limit: number) {
  const own = actor && schoolsOf(actor).length > 0 ? await ownConcepts(actor) : []
  if (!actor || own.length === 0) return []
  const writes = own.filter(({ can }) => can.write).map(({ id }) => id)
  const reads = own.filter(({ can }) => !can.write).map(({ id }) => id)
  const found = [
    ...(await sql.search(writes, words, { personId: actor.id, all: true }, limit)),
    ...(await sql.search(reads, words, { personId: actor.id, all: false }, limit)),
  ]
  return goalCards(
    actor,
    found.slice(0, limit).map(({ id }) => id),
  )
}
