import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { lockedIdea } from '../commands.ts'
import { ideaChanged, ideaJoined } from '../events.ts'
import { may } from '../policy.ts'
import { pathOf } from '../views.ts'
import { refusals } from '../words.ts'
import type { JoinInput } from './inputs.ts'
import * as sql from './sql.ts'

/** "Ich mache mit", for one of one's schools. Said again it changes school and note. @returns the idea's address */
export async function joinIdea(actor: Actor, param: string, input: JoinInput): Promise<string> {
  await spend('posts', actor.id)
  return lockedIdea(actor, param, async ({ row, facts }, publish) => {
    if (facts.state !== 'open') throw new Refusal(refusals.notOpen)
    const schoolId = chosenSchool(actor, input.schoolId)
    authorize(may.join, actor, facts)
    const isNew = await sql.upsertInterest({
      ...{ ideaId: row.id, personId: actor.id, schoolId },
      ...{ note: input.note, at: now() },
    })
    if (isNew) publish(ideaJoined({ ideaId: row.id, actorId: actor.id }))
    publish(ideaChanged({ ideaId: row.id }))
    return pathOf(row)
  })
}

function chosenSchool(actor: Actor, chosen: string | undefined): string {
  const schools = schoolsOf(actor)
  if (schools.length === 0) throw new Refusal(refusals.noSchool)
  if (!chosen && schools.length > 1) throw new Refusal(refusals.chooseSchool, 'schoolId')
  const schoolId = chosen ?? schools[0] ?? ''
  if (!schools.includes(schoolId)) throw new Forbidden()
  return schoolId
}

export function withdrawInterest(actor: Actor, param: string): Promise<string> {
  return lockedIdea(actor, param, async ({ row, facts }, publish) => {
    if (facts.isInterested) {
      authorize(may.withdraw, actor, facts)
      await sql.removeInterest(row.id, actor.id)
      publish(ideaChanged({ ideaId: row.id }))
    }
    return pathOf(row)
  })
}
