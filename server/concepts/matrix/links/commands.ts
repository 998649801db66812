import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { projectCards } from '#server/projects/views.ts'
import { changingConcept } from '../../commands.ts'
import { paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import type { EditLink } from './inputs.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

type By = Parameters<typeof changingConcept>[1]

/** Points at a Vorhaben that the actor may read; twice is once. @returns where one says where it counts */
export async function linkProject(actor: Actor, by: By, projectId: string): Promise<string> {
  await spend('documents', actor.id)
  return changingConcept(actor, by, may.write, async ({ concept, school }, tell) => {
    const [card] = await projectCards(actor, [projectId])
    existing(card)
    const at = now()
    const of = { conceptId: concept.id, projectId, personId: actor.id, at }
    // Without its title: colleagues who may not read a Vorhaben read the history.
    if (await sql.insertLink(of))
      await tell({ thingKind: 'project', thingId: projectId, what: 'project.linked' })
    return paths.linkedProject(school.slug, projectId)
  })
}

/** Says where it counts: at first where the Vorhaben itself says. */
export function editLink(actor: Actor, slug: string, projectId: string, input: EditLink) {
  return changingConcept(actor, { slug }, may.write, async ({ concept }, tell) => {
    const link = existing(await sql.findLink(concept.id, projectId))
    const { version, ...where } = input
    if (link.version !== version) throw new Refusal(words.overtaken)
    await sql.updateLink(concept.id, projectId, where)
    await tell({ thingKind: 'project', thingId: projectId, what: 'project.placed' })
  })
}

export function unlinkProject(actor: Actor, slug: string, projectId: string): Promise<void> {
  return changingConcept(actor, { slug }, may.write, async ({ concept }, tell) => {
    existing(await sql.findLink(concept.id, projectId))
    await sql.deleteLink(concept.id, projectId)
    await tell({ thingKind: 'project', thingId: projectId, what: 'project.unlinked' })
  })
}
