import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { headOf, insideProject, type Place } from '../views.ts'
import type { ClosingReport } from './contract.ts'
import { findReport } from './sql.ts'

/** What the PLG concludes; null before it was saved. It goes out with the Vorhaben. */
export async function closingOf(projectId: string): Promise<ClosingReport | null> {
  return (await findReport(projectId)) ?? null
}

export async function closingFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  authorize(may.write, actor, inside.facts)
  return { ...headOf(actor, inside), closing: await closingOf(inside.project.id) }
}
