import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { headOf, insideProject, type Place } from '../views.ts'
import type { Evaluation } from './contract.ts'
import { findEvaluation } from './sql.ts'

/** How the PLG evaluates it; null before anything was written. It stays in the PLG. */
export async function evaluationOf(projectId: string): Promise<Evaluation | null> {
  return (await findEvaluation(projectId)) ?? null
}

export async function evaluationFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  authorize(may.write, actor, inside.facts)
  return { ...headOf(actor, inside), evaluation: await evaluationOf(inside.project.id) }
}
