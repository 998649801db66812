import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { homeKind } from '#server/platform/homes.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { addressOf } from '../commands.ts'
import { projectAdopted, projectChanged, projectTried } from '../events.ts'
import { may } from '../policy.ts'
import { publishedRow } from '../results/views.ts'
import { projectNumber } from '../rules.ts'
import { cycleOf, findByKey, lockProject, replaceAuthors } from '../sql.ts'
import type { AdoptInput, TryInput } from './inputs.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** "Probiere ich aus": counts for everybody, with a name only where that person wants it. */
export async function tryOut(actor: Actor, param: string, input: TryInput): Promise<void> {
  await spend('documents', actor.id)
  return transaction(async (publish) => {
    await lockProject(projectNumber(param) ?? 0)
    const row = await publishedRow(actor, param)
    authorize(may.tryOut, actor, { ...row, isDeleted: false })
    const own = schoolsOf(actor)
    const schoolId = input.schoolId ?? own[0] ?? null
    if (schoolId !== null && !own.includes(schoolId))
      throw new Refusal(words.chooseSchool, 'schoolId')
    const { showsName } = input
    const of = { projectId: row.id, personId: actor.id }
    const isNew = await sql.putTry({ ...of, schoolId, showsName, at: now() })
    const actorId = showsName ? actor.id : null
    const news = { projectId: row.id, plgId: row.plgId, byId: actor.id }
    if (isNew) publish(projectTried({ ...news, actorId }))
    publish(projectChanged({ projectId: row.id, plgId: row.plgId }))
  })
}

export function stopTrying(actor: Actor, param: string): Promise<void> {
  return transaction(async (publish) => {
    const row = await publishedRow(actor, param)
    await sql.removeTry(row.id, actor.id)
    publish(projectChanged({ projectId: row.id, plgId: row.plgId }))
  })
}

/**
 * "In meine Schule übernehmen": a copy in a PLG of the reader that says where it comes from. The same key again is
 * the same copy. @returns its address
 */
export async function adoptProject(
  actor: Actor,
  param: string,
  { plgId, clientKey }: AdoptInput,
): Promise<string> {
  await spend('documents', actor.id)
  return transaction(async (publish) => {
    // Nobody withdraws it while it is copied.
    await lockProject(projectNumber(param) ?? 0)
    const row = await publishedRow(actor, param)
    authorize(may.adopt, actor, { ...row, isDeleted: false })
    const homes = await homeKind('plg').writable(actor)
    const home = homes.find(({ id }) => id === plgId && id !== row.plgId)
    if (!home) throw new Refusal(words.choosePlg, 'plgId')
    const by = { createdBy: actor.id, createdAt: now(), clientKey }
    const made = await sql.insertCopy(row.id, { ...by, plgId, cycle: await cycleOf(plgId) })
    if (!made) {
      const known = await findByKey(actor.id, clientKey)
      if (!known) throw new Refusal(words.already, 'plgId')
      return addressOf(existing(known))
    }
    await sql.copyParts(row.id, made.id)
    await replaceAuthors(made.id, [actor.id])
    publish(projectAdopted({ projectId: row.id, plgId: row.plgId, byId: actor.id }))
    publish(projectChanged({ projectId: made.id, plgId }))
    return addressOf({ ...made, plgSlug: home.slug })
  })
}
