import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { findBudget, latestVersion, updateBudget } from '../agreement/sql.ts'
import { words } from '../agreement/words.ts'
import { consentDecided } from '../events.ts'
import { may } from '../policy.ts'
import { lockPlg } from '../sql.ts'
import type { ConsentInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * The principal's word on the seat of the school. Refused means: the persons stay, the school does not count.
 * A decision can be changed at any time.
 *
 * @throws NotFound for a PLG in which the school has nobody, whether there is one or not
 */
export function decideConsent(actor: Actor, school: string, input: ConsentInput): Promise<void> {
  return transaction(async (publish) => {
    const { id: schoolId } = existing(await sql.findSchool(school))
    authorize(may.decideConsent, actor, { schoolId })
    const { plgId, consent, reason, timeBudget } = input
    await lockPlg({ id: plgId })
    if (consent === 'refused' && !reason)
      throw new Refusal('Bitte schreiben Sie in einem Satz, warum nicht.', 'reason')
    const decided = { decidedBy: actor.id, decidedAt: now() }
    const agreedVersion = consent === 'granted' ? await readVersion(plgId, input) : null
    const kept = consent === 'refused' ? reason : ''
    const isDone = await sql.updateConsent(
      { plgId, schoolId },
      {
        consent,
        reason: kept,
        agreedVersion,
        ...decided,
      },
    )
    if (!isDone) throw new NotFound()
    if (timeBudget !== undefined) await giveTime({ plgId, schoolId }, timeBudget, input.version)
    await record(actor, {
      action: 'plg.consent-decided',
      thingKind: 'plg',
      thingId: plgId,
      details: { schoolId, consent },
    })
    publish(consentDecided({ plgId, schoolId, consent, actorId: actor.id }))
  })
}

/** What the school gives; what the group has written there meanwhile is not swept away unread. */
async function giveTime(
  { plgId, schoolId }: { plgId: string; schoolId: string },
  timeBudget: string,
  version: number | undefined,
): Promise<void> {
  const seat = existing(await findBudget(plgId, schoolId))
  if (seat.timeBudget === timeBudget) return
  if (seat.version !== version)
    throw new Refusal(words.budgetDiffers(seat.timeBudget), 'timeBudget')
  await updateBudget(plgId, schoolId, timeBudget)
}

/** One agrees to what one has read: not to a version that came meanwhile. */
async function readVersion(plgId: string, { agreedVersion }: ConsentInput): Promise<number | null> {
  const latest = await latestVersion(plgId)
  if (latest !== (agreedVersion ?? 0)) throw new Refusal(words.newerVersion)
  return latest || null
}
