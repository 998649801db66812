import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { changing, refuseStale } from '../commands.ts'
import { may as project } from '../policy.ts'
import type { Inside, Place } from '../views.ts'
import { MOST_TRIALS } from './contract.ts'
import type { AddTrial, EditTrial } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Writes down that something was tried in class. The same form again is the same run. @returns the address */
export function addTrial(actor: Actor, place: Place, input: AddTrial): Promise<string> {
  return changing(actor, place, may.add, async ({ project: { id, path }, schoolId }) => {
    if ((await sql.countOf(id)) >= MOST_TRIALS) throw new Refusal(words.tooMany)
    const at = now()
    const by = { teacherId: actor.id, schoolId, createdAt: at, changedAt: at }
    await sql.insertTrial({ ...input, ...by, projectId: id })
    return path
  })
}

export function editTrial(
  actor: Actor,
  place: Place,
  id: string,
  input: EditTrial,
): Promise<string> {
  return changing(actor, place, project.read, async (inside) => {
    const row = await own(actor, inside, id)
    existing(row.deletedAt === null ? row : undefined)
    const { version, ...about } = input
    refuseStale(row, version)
    await sql.updateTrial(id, { ...about, changedAt: now() })
    return inside.project.path
  })
}

/** Takes a run away, or brings it back. @returns the address */
export function putTrialAway(
  actor: Actor,
  place: Place,
  id: string,
  isAway: boolean,
): Promise<string> {
  return changing(actor, place, project.read, async (inside) => {
    const row = await own(actor, inside, id)
    if ((row.deletedAt !== null) !== isAway)
      await sql.updateTrial(id, { deletedAt: isAway ? now() : null })
    return inside.project.path
  })
}

async function own(actor: Actor, { project: { id: projectId }, facts }: Inside, id: string) {
  const row = existing(await sql.findTrial(projectId, id))
  authorize(may.change, actor, { ...facts, teacherId: row.teacherId })
  return row
}
