import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase } from '../../cases/commands.ts'
import { caseWorked } from '../../cases/events.ts'
import type { ReviewState } from '../../cases/contract.ts'
import { lockCase } from '../../cases/sql.ts'
import { caseRefusals } from '../../cases/words.ts'
import { followOpinions } from '../../decisions/commands.ts'
import { verdictNames } from '../../standing/words.ts'
import { listBlocks } from '../blocks/sql.ts'
import { listPoints } from '../checks/sql.ts'
import { may } from '../policy.ts'
import { listUses } from '../sql.ts'
import { deskRefusals } from '../words.ts'
import type { DecisionDraft } from './contract.ts'
import type { GivenDecision } from './inputs.ts'
import { conditionsOf, draftIn, faultsIn } from './rules.ts'
import * as sql from './sql.ts'
import { decisionFaults, SIGNED_OFFICE } from './words.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockCase>>>

const EDITABLE: readonly ReviewState[] = [
  'in_review',
  'waiting_requester',
  'waiting_vendor',
  'opinion_draft',
]

/** Under lock, for the officer, at the state of the draft that was on the page. */
async function lockedDecision(actor: Actor, number: number, version: number): Promise<Locked> {
  const row = existing(await lockCase({ number }))
  authorize(may.decide, actor, row)
  if (!EDITABLE.includes(row.state)) throw new Refusal(caseRefusals.moved(row.state))
  if (row.version === version) return row
  const theirs = draftIn(row.draft)
  const who = (await sql.findEditor(row.id)) ?? 'Jemand'
  throw new Conflict(deskRefusals.stale(who), theirs ? asText(theirs) : '')
}

/** A draft as one reads it who has just been overtaken. */
const asText = ({ verdicts, reasoning, ownConditions, validUntil }: DecisionDraft) =>
  [
    verdicts.map(({ verdict }) => verdictNames[verdict]).join(', '),
    validUntil ? `Gültig bis ${validUntil.split('-').reverse().join('.')}` : '',
    ownConditions,
    reasoning,
  ]
    .filter((part) => part !== '')
    .join('\n')

/** "Entwurf sichern": nothing of it is public. */
export function saveDraft(actor: Actor, number: number, given: GivenDecision): Promise<void> {
  return transaction(async (publish) => {
    const row = await lockedDecision(actor, number, given.version)
    await keep(publish, actor, row, given)
  })
}

async function keep(publish: Publish, actor: Actor, { id }: Locked, given: GivenDecision) {
  await sql.updateDraft(id, given)
  await sql.setEditor(id, actor.id, now())
  publish(caseWorked({ caseId: id }))
}

/** Saves the whole decision, to be read once more with what follows of it before it is signed. */
export function prepareDecision(actor: Actor, number: number, given: GivenDecision): Promise<void> {
  return transaction(async (publish) => {
    const row = await lockedDecision(actor, number, given.version)
    const { faults } = await judged(row, given.draft)
    const [fault] = faults
    if (fault) throw new Refusal(fault.message, fault.field)
    await keep(publish, actor, row, given)
    if (row.state === 'in_review')
      await moveCase(publish, actor, { caseId: row.id, event: 'draft_opinion' })
    else if (row.state !== 'opinion_draft') throw new Refusal(caseRefusals.moved(row.state))
  })
}

async function judged(row: Locked, draft: DecisionDraft) {
  const [all, points] = await Promise.all([
    listUses(row.id, row.productId),
    listPoints(row.id, row.catalogueVersion),
  ])
  const uses = all.filter(({ isChosen }) => isChosen)
  return { uses, faults: faultsIn(draft, { uses, points, today: localDayOf(now()) }) }
}

/** The draft needs another look. */
export function sendBack(actor: Actor, number: number, note: string): Promise<void> {
  return transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    await moveCase(publish, actor, { caseId: row.id, event: 'send_back', note })
  })
}

/**
 * Signs: an opinion about each use that nobody changes any more, and what follows of them by the standing rule of the
 * Schulträger. Of two officers at once one signs; the other reads that it is done.
 */
export function signDecision(
  actor: Actor,
  number: number,
  { version }: { version: number },
): Promise<void> {
  return transaction(async (publish) => {
    const row = await lockedDecision(actor, number, version)
    const draft = draftIn(row.draft)
    if (!draft) throw new Refusal(decisionFaults.noDraft)
    const { uses, faults } = await judged(row, draft)
    if (faults[0] || uses.length === 0)
      throw new Refusal(faults[0]?.message ?? decisionFaults.notReady)
    const opinions = await insertOpinions(actor, row, draft, uses)
    await moveCase(publish, actor, { caseId: row.id, event: 'sign' })
    await follow(publish, actor, row, opinions)
  })
}

type Signed = Parameters<typeof followOpinions>[2]['opinions']

async function insertOpinions(
  actor: Actor,
  row: Locked,
  draft: DecisionDraft,
  uses: { id: string }[],
): Promise<Signed> {
  const blocks = await listBlocks({ ids: draft.blocks })
  const office = await sql.findOffice(actor.id)
  const contents = uses.map(({ id: scenarioId }) => {
    const { verdict } = existing(draft.verdicts.find((one) => one.scenarioId === scenarioId))
    const hasEnd = verdict !== 'objection' && verdict !== 'not_assessable'
    const conditions = conditionsOf(draft, verdict, blocks)
    return { scenarioId, verdict, conditions, recommendedUntil: hasEnd ? draft.validUntil : null }
  })
  const { riskLevel, dpia, reasoning, alternative, graceText } = draft
  const made = await sql.insertOpinions(
    contents.map(({ conditions, ...content }) => ({
      ...content,
      ...{ riskLevel, dpia, reasoning, alternative, graceText },
      ...{ caseId: row.id, givenBy: actor.id, givenAt: now(), signedName: fullName(actor) },
      signedOffice: office ? `${SIGNED_OFFICE}, ${office}` : SIGNED_OFFICE,
      conditions: JSON.stringify(conditions),
    })),
  )
  return contents.map((content) => {
    const { id } = existing(made.find(({ scenarioId }) => scenarioId === content.scenarioId))
    return { id, ...content }
  })
}

async function follow(publish: Publish, actor: Actor, row: Locked, opinions: Signed) {
  const { id: caseId, productId, projectId } = row
  const { event, outcome } = await followOpinions(publish, actor, {
    ...{ caseId, productId, projectId, opinions },
  })
  await moveCase(publish, null, { caseId, event, ...(outcome && { outcome }) })
}
