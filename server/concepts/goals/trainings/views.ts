import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { may } from '../../policy.ts'
import { workingOf } from '../../views.ts'
import { nextEnds } from '../rules.ts'
import { goalChoices } from '../views.ts'
import { TRAININGS_PER_PAGE } from './contract.ts'
import * as sql from './sql.ts'

/** The Qualifizierungskonzept: what the school wants to learn. `edit`: the one that is being changed. */
export async function trainingsFor(actor: Actor, slug: string, page: number, edit: string | null) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const [rows, total, goals] = await Promise.all([
    sql.listTrainings(concept.id, TRAININGS_PER_PAGE, (page - 1) * TRAININGS_PER_PAGE),
    sql.countTrainings(concept.id),
    goalChoices(actor, working),
  ])
  const canWrite = may.write(actor, facts)
  const seen = new Set(goals.map(({ id }) => id))
  const lines = rows.map(({ goalId, goalTitle, goalNumber, ...row }) => ({
    ...row,
    goal:
      goalId && seen.has(goalId) && goalNumber !== null
        ? { id: goalId, title: goalTitle ?? '', number: goalNumber }
        : null,
  }))
  return {
    ...{ school, goals, can: { write: canWrite }, clientKey: randomUUID() },
    halves: nextEnds(localDayOf(now()), 4).map(({ half }) => half),
    editing: (canWrite && lines.find(({ id }) => id === edit)) || null,
    ...paged(lines, total, page, TRAININGS_PER_PAGE),
  }
}
