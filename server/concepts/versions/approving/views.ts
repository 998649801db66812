import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import type { Waiting } from '#server/platform/contract.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import { listConcepts } from '../../sql.ts'
import { factsOf, headOf, workingOf } from '../../views.ts'
import { draftOf } from '../draft/views.ts'
import { listVersions } from '../sql.ts'
import * as sql from './sql.ts'

/** The way of the working copy to the Schulleitung: for those who write it, and those who publish it. */
export async function approvalFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.submit, actor, working.facts)
  const { id, publishedVersionId } = working.concept
  const [{ sections, empty, goals }, all] = await Promise.all([draftOf(id), listVersions(id)])
  const current = all.find((one) => one.id === publishedVersionId)
  return {
    ...headOf(actor, working),
    current: current?.number ?? null,
    chapters: sections.map(({ title }) => title),
    ...{ empty, goals: goals.length },
  }
}

/** For "Heute": concepts that wait for this person to publish them. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const schools = schoolsOf(actor)
  if (schools.length === 0) return []
  const rows = await sql.listSubmitted(actor.id, schools)
  return rows
    .filter((row) => may.publish(actor, factsOf(row)))
    .map(({ id, title, schoolSlug }) => ({
      id: `concept-approval-${id}`,
      text: `„${title}“ liegt Ihnen zur Freigabe vor.`,
      action: { label: 'Ansehen', to: paths.approval(schoolSlug) },
    }))
}

/** The same place as a line of the bell. */
export async function approvalCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await listConcepts(ids, actor.id)
  return rows
    .filter((row) => may.submit(actor, factsOf(row)))
    .map(({ id, title, schoolName: context, schoolSlug }) => ({
      ...{ id, title, context, path: paths.approval(schoolSlug) },
    }))
}
