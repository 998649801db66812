import { record } from '#server/audit/commands.ts'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may as mayDo } from '../../policy.ts'
import type { Change, ReleaseStep } from '../contract.ts'
import { standingChanged } from '../events.ts'
import type { PilotReportInput, StandardInput, StepInput } from '../inputs.ts'
import { may } from '../policy.ts'
import { stateOf, stepsFrom } from '../rules.ts'
import * as decisions from '../sql.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

/** A release, with its use under lock: nobody else stops, ends or replaces it before we are done. */
async function lockedRelease(id: string) {
  const { scenarioId } = existing(await decisions.findRelease(id))
  await decisions.lockScenarios([scenarioId])
  return existing(await decisions.findRelease(id))
}

const CHANGES: Record<ReleaseStep, Change> = {
  suspend: 'suspended',
  resume: 'resumed',
  withdraw: 'withdrawn',
}

/** Stops a release at once, takes that back, or ends it for good. */
export function stepRelease(actor: Actor, input: StepInput): Promise<void> {
  return transaction(async (publish) => {
    authorize(mayDo.suspend, actor, {})
    const { releaseId, step, reason } = input
    const release = await lockedRelease(releaseId)
    const state = stateOf(release)
    if (!stepsFrom(state).includes(step)) throw new Refusal(refusals.step[step], 'reason')
    authorize(may.step, actor, { step, state })
    const at = now()
    if (step === 'withdraw')
      await decisions.updateRelease(releaseId, { endedAt: at, endedAs: 'withdrawn' })
    else await decisions.updateRelease(releaseId, { suspendedAt: step === 'suspend' ? at : null })
    const change = CHANGES[step]
    const line = { releaseId, at, personId: actor.id, event: change, reason }
    await decisions.insertEvent(line)
    await record(actor, {
      action: `software.release-${step}`,
      thingKind: 'software',
      thingId: release.productId,
      details: { release: release.number },
    })
    const { productId } = release
    publish(standingChanged({ productId, actorId: actor.id, change, note: reason }))
  })
}

/** Says that the city recommends and supports it, or no longer: the same release anew, for decisions never change. */
export function setStandard(actor: Actor, input: StandardInput): Promise<void> {
  return transaction(async () => {
    authorize(mayDo.release, actor, {})
    const release = await lockedRelease(input.releaseId)
    const isRunning = stateOf(release) === 'running' && release.validUntil >= localDayOf(now())
    if (!isRunning || release.kind === 'pilot') throw new Refusal(refusals.gone)
    const { schoolIds } = release
    if (input.isStandard && schoolIds !== null) throw new Refusal(refusals.noStandard)
    const kind = input.isStandard ? 'standard' : 'general'
    if (release.kind === kind && release.supportLevel === input.supportLevel) return
    const at = now()
    const scenarioIds = [release.scenarioId]
    const ending = { as: 'superseded' as const, at, personId: actor.id, reason: '' }
    await decisions.endReleases({ scenarioIds, kinds: 'general' }, ending)
    const { scenarioId, caseId, opinionId, conditions, validUntil } = release
    const { schoolForms, gradeMin, gradeMax, deviates, deviationReason } = release
    // Two names stay under a release against the opinion: the first person's is now the one who changes it.
    const second = release.secondBy === actor.id ? release.decidedName : release.secondName
    const secondBy = release.secondBy === actor.id ? release.decidedBy : release.secondBy
    const { number } = await decisions.insertRelease({
      ...{ scenarioId, caseId, opinionId, conditions, validUntil },
      ...{ schoolForms, gradeMin, gradeMax, schoolIds, deviates, deviationReason, kind },
      ...{ mode: 'by_authority', supportLevel: input.supportLevel, secondName: second },
      ...{ validFrom: localDayOf(at), decidedAt: at },
      ...{ decidedBy: actor.id, decidedName: fullName(actor) },
      secondBy: secondBy === actor.id ? null : secondBy,
    })
    await record(actor, {
      action: 'software.release-standard',
      thingKind: 'software',
      thingId: release.productId,
      details: { release: number, kind, support: input.supportLevel },
    })
  })
}

/** How a trial went: without it no pilot is over, and with it it is. */
export function reportPilot(actor: Actor, input: PilotReportInput): Promise<void> {
  return transaction(async (publish) => {
    const { releaseId, result, recommendation } = input
    const release = await lockedRelease(releaseId)
    const isInProject =
      release.projectId !== null && (await sql.worksIn(release.projectId, actor.id))
    authorize(may.reportPilot, actor, { isPilot: release.kind === 'pilot', isInProject })
    const at = now()
    const isNew = await sql.insertReport({
      ...{ releaseId, writtenBy: actor.id, writtenAt: at, result, recommendation },
    })
    if (!isNew) throw new Refusal(refusals.reported)
    const { productId } = release
    if (release.endedAt === null) {
      await decisions.updateRelease(releaseId, { endedAt: at, endedAs: 'expired' })
      const reason = 'Der Bericht über die Erprobung liegt vor.'
      const line = { releaseId, at, personId: actor.id, event: 'expired', reason }
      await decisions.insertEvent(line)
      publish(standingChanged({ productId, actorId: actor.id, change: 'expired' }))
    }
    await record(actor, {
      action: 'software.pilot-reported',
      thingKind: 'software',
      thingId: productId,
      details: { release: release.number, recommendation },
    })
  })
}
