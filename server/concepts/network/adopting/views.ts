import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { paths as concepts } from '../../paths.ts'
import { readableReach } from '../../policy.ts'
import { ownConcepts, workingOf } from '../../views.ts'
import type { PublishedGoal } from '../contract.ts'
import { paths } from '../paths.ts'
import * as sql from './sql.ts'

const MOST = 30
const NEAREST = 3

export type GoalAddress = { slug: string; number: number; position: number }

/** The numbers of an address; what is none leads to nothing. */
export function goalAddress(params: Record<string, string | undefined>): GoalAddress {
  const whole = (value: string | undefined) => (/^\d{1,6}$/.test(value ?? '') ? Number(value) : -1)
  const { school = '', number, position } = params
  return { slug: school, number: whole(number), position: whole(position) }
}

/** A published goal, goals like it, and into which of one's own concepts one could take it. */
export async function publishedGoalFor(actor: Actor | null, address: GoalAddress) {
  const reach = readableReach(actor)
  const goal = existing(await sql.findPublishedGoal(address, reach))
  const own = actor ? await ownConcepts(actor) : []
  const others = own.filter(({ id }) => id !== goal.conceptId)
  const [adopted, count, similar] = await Promise.all([
    goal.goalId
      ? sql.listAdopted(
          others.map(({ id }) => id),
          goal.goalId,
        )
      : [],
    goal.goalId ? sql.countAdopted(goal.goalId) : 0,
    sql.listSimilar({ ...goal, form: '' }, reach, MOST),
  ])
  const { goalId, conceptId, networkGoalId: _, networkGoalNumber, ...shown } = goal
  return {
    goal: {
      ...shown,
      networkGoal: networkGoalNumber
        ? {
            title: goal.networkGoalTitle ?? '',
            path: concepts.networkGoal(networkGoalNumber),
          }
        : null,
      version: concepts.version(goal.slug, goal.number),
    },
    adoptedBy: count,
    isOwn: own.some(({ id }) => id === conceptId),
    homes: others
      .filter(({ can }) => can.write && goalId !== null)
      .map(({ id, school }) => {
        const taken = adopted.find((one) => one.conceptId === id)
        return {
          ...{ id, school: school.name },
          taken: taken ? concepts.goal(school.slug, taken.number) : null,
        }
      }),
    similar: similar.map(lineOf),
    clientKey: randomUUID(),
  }
}

function lineOf(row: sql.SimilarRow): PublishedGoal {
  const { versionId, position, title, status, competencies, slug, name, form, number } = row
  return {
    ...{ versionId, position, title, status, competencies, school: { slug, name, form } },
    path: paths.goal(slug, number, position),
    why: [
      ...(row.sameNetworkGoal ? (['network_goal'] as const) : []),
      ...(row.sameCompetency ? (['competency'] as const) : []),
      ...(row.likeness >= 0.35 ? (['title'] as const) : []),
    ],
  }
}

/** "Andere Schulen mit demselben offenen Ziel": for a goal of the own draft, the same Schulform first. */
export async function similarGoalsFor(actor: Actor, goalId: string | null) {
  const goal = existing(
    /^[0-9a-f-]{36}$/.test(goalId ?? '') ? await sql.findOwnGoal(goalId ?? '') : undefined,
  )
  await workingOf(actor, { id: goal.conceptId })
  const rows = await sql.listSimilar(goal, readableReach(actor), MOST)
  return {
    goal: { title: goal.title, path: concepts.goal(goal.slug, goal.number) },
    goals: rows.map(lineOf),
  }
}

/** The nearest of them, for the page of the goal itself, which has asked who may read it. */
export async function nearestGoals(actor: Actor, goalId: string): Promise<PublishedGoal[]> {
  const goal = await sql.findOwnGoal(goalId)
  const rows = goal ? await sql.listSimilar(goal, readableReach(actor), NEAREST) : []
  return rows.map(lineOf)
}
