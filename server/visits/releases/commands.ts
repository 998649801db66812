import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { releaseDecided, visitChanged } from '../events.ts'
import { releases } from '../policy.ts'
import { refusals } from '../words.ts'
import type { ReleaseInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * The word of the principal or deputy on a visit of one of their people; it can be changed until the visit is held.
 *
 * @throws Forbidden for those who lead another school; NotFound when nobody of this school is in that visit
 */
export function decideRelease(actor: Actor, slug: string, input: ReleaseInput): Promise<void> {
  return transaction(async (publish) => {
    const school = existing(await sql.findSchool(slug))
    authorize(releases.list, actor, { schoolId: school.id })
    const { visitId, personId, release, reason } = input
    await sql.lockVisit(visitId)
    const row = existing(await sql.findRelease(visitId, personId, school.id))
    authorize(releases.decide, actor, { ...row, visitorId: personId })
    if (release === 'refused' && !reason) throw new Refusal(refusals.reasonMissing, 'reason')
    const kept = release === 'refused' ? reason : ''
    if (row.release === release && row.reason === kept) return
    await sql.updateRelease(
      { visitId, personId },
      { release, reason: kept, releasedBy: actor.id, releasedAt: now() },
    )
    await record(actor, {
      action: 'visits.release-decided',
      thingKind: 'classroom-release',
      thingId: visitId,
      details: { schoolId: school.id, release },
    })
    publish(releaseDecided({ visitId, actorId: actor.id, visitorId: personId, release }))
    publish(visitChanged({ visitId }))
  })
}
