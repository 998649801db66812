import { record } from '#server/audit/commands.ts'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase } from '../../cases/commands.ts'
import { lockCase } from '../../cases/sql.ts'
import { may as mayDo } from '../../policy.ts'
import { makeRelease, newConditions } from '../commands.ts'
import { deviationProposed, standingChanged } from '../events.ts'
import type { ProposeInput, SettleInput } from '../inputs.ts'
import { may } from '../policy.ts'
import { deviates } from '../rules.ts'
import * as decisions from '../sql.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

/** Proposes a release against or beyond the newest opinion. It waits for a second person and changes nothing. */
export function proposeDeviation(actor: Actor, input: ProposeInput): Promise<void> {
  return transaction(async (publish) => {
    authorize(mayDo.release, actor, {})
    const [scenario] = await decisions.lockScenarios([input.scenarioId])
    const { id: scenarioId, productId } = existing(scenario)
    const opinion = await newestOpinion(scenarioId, input.opinionId)
    authorize(may.deviate, actor, opinion)
    const content = {
      ...{ kind: 'general' as const, validUntil: input.validUntil },
      conditions: newConditions(input.conditions),
    }
    if (content.validUntil < localDayOf(now())) throw new Refusal(refusals.past, 'validUntil')
    if (!deviates(opinion, content)) throw new Refusal(refusals.follows)
    const made = await sql.insertProposal({
      ...{ caseId: opinion.caseId, scenarioId, proposedBy: actor.id, proposedAt: now() },
      reason: input.reason,
      content: { ...content, opinionId: opinion.id },
    })
    if (!made) throw new Refusal(refusals.openProposal)
    await note(actor, 'proposed', productId)
    publish(deviationProposed({ proposalId: made.id, productId, actorId: actor.id }))
  })
}

/** Only about the opinion that the page showed, and only while nothing else was decided after it. */
async function newestOpinion(scenarioId: string, seen: string) {
  const [opinion] = await decisions.newestOpinions([scenarioId])
  const isSeen = opinion !== undefined && opinion.id === seen
  if (!isSeen || (await sql.hasReleaseSince(scenarioId, seen))) throw new Refusal(refusals.newer)
  return opinion
}

type Proposal = NonNullable<Awaited<ReturnType<typeof sql.findProposal>>>

/** The second person's answer, or the first one's second thought. */
export function settleProposal(actor: Actor, { proposalId, answer }: SettleInput): Promise<void> {
  return transaction(async (publish) => {
    authorize(mayDo.release, actor, {})
    const proposal = existing(await sql.findProposal(proposalId))
    authorize(answer === 'withdraw' ? may.takeBack : may.confirm, actor, proposal)
    // The case before its uses, like everybody else.
    const { state } = existing(await lockCase({ id: proposal.caseId }))
    await decisions.lockScenarios([proposal.scenarioId])
    if (!(await sql.settle(proposal.id, SETTLED[answer], now())))
      throw new Refusal(refusals.settled)
    await note(actor, SETTLED[answer], proposal.productId)
    if (answer === 'confirm') await release(publish, actor, proposal, state === 'release_pending')
  })
}

const SETTLED = { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const

async function release(publish: Publish, actor: Actor, proposal: Proposal, isPending: boolean) {
  const { caseId, scenarioId, productId, content } = proposal
  await newestOpinion(scenarioId, content.opinionId)
  // Who confirms reads what was proposed before that.
  if (await sql.hasRefusalSince(scenarioId, proposal.proposedAt)) throw new Refusal(refusals.newer)
  const scenario = existing((await decisions.lockScenarios([scenarioId]))[0])
  await makeRelease(
    scenario,
    {
      ...{ kind: 'general', projectId: null },
      ...{ conditions: content.conditions, validUntil: content.validUntil },
      schoolForms: scenario.schoolForms,
      gradeMin: scenario.gradeMin,
      gradeMax: scenario.gradeMax,
      schoolIds: null,
    },
    {
      ...{ actor, caseId, opinionId: content.opinionId, mode: 'by_authority' },
      deviation: {
        reason: proposal.reason,
        proposer: { id: proposal.proposedBy, name: fullName(proposal) },
      },
    },
  )
  const isAll = (await decisions.waitingOpinions(caseId)).length === 0
  if (isPending && isAll)
    await moveCase(publish, actor, { caseId, event: 'release', outcome: 'released' })
  publish(standingChanged({ productId, actorId: actor.id, change: 'released' }))
}

const note = (actor: Actor, what: string, productId: string) =>
  record(actor, {
    action: `software.deviation-${what}`,
    thingKind: 'software',
    thingId: productId,
  })
