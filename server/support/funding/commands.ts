import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { addCommitted, lockBudget } from '../budget/sql.ts'
import type { FundingEvent, FundingState } from '../contract.ts'
import { fundingMoved } from '../events.ts'
import { may, mayBring } from '../policy.ts'
import { euros, fundingStateNames, refusals } from '../words.ts'
import type { Approval, EditFunding, NewFunding } from './inputs.ts'
import { isCommitted, isEditable, missingIn, nextState, requestedOf } from './rules.ts'
import * as sql from './sql.ts'

/** Begins an application for a Vorhaben of one's PLG. @returns its number; the same form twice is one */
export async function beginFunding(actor: Actor, input: NewFunding): Promise<number> {
  const fundable = await sql.listFundable(actor.id)
  // Asked after the list: what the same form, sent a moment earlier, took off the list is found here.
  const before = await sql.findByKey(actor.id, input.clientKey)
  if (before) return before.number
  const project = fundable.find(({ id }) => id === input.projectId)
  if (!project)
    throw new Refusal(
      'Einen Antrag stellt, wer für die PLG spricht, und nur für ein Innovationsprojekt, das noch keinen hat.',
      'projectId',
    )
  authorize(may.apply, actor, { seatRole: 'lead' })
  const call = input.call === undefined ? undefined : await sql.findPublishedCall(input.call)
  if (call?.closesOn && call.closesOn < localDayOf(now()))
    throw new Refusal('Dieser Aufruf ist schon zu Ende.')
  await spend('posts', actor.id)
  return transaction(async () => {
    const schools = await sql.listSchoolsOf(project.plgId)
    const school = schools.find(({ id }) => id === project.ownSchoolId) ?? schools[0]
    if (!school) throw new Refusal('Diese PLG hat noch keine Schule, die das Geld erhalten kann.')
    const made = await sql.insertApplication({
      plgId: project.plgId,
      projectId: project.id,
      schoolId: school.id,
      callId: call?.id ?? null,
      year: input.year,
      createdBy: actor.id,
      createdAt: now(),
      changedAt: now(),
      clientKey: input.clientKey,
    })
    const same = made ?? (await sql.findByKey(actor.id, input.clientKey))
    if (!same) throw new Refusal('Für dieses Vorhaben gibt es schon einen Antrag.', 'projectId')
    return same.number
  })
}

/** Under lock, for those who may read it. Every command about an application begins here. */
export async function lockedFunding(actor: Actor, number: number) {
  await sql.lockApplication(number)
  const row = existing(await sql.findApplication(number, actor.id))
  authorizeOrHide(may.seeFunding, actor, row)
  return row
}

/** Saves the draft, or what a query has asked to change. */
export function editFunding(actor: Actor, number: number, input: EditFunding): Promise<void> {
  return transaction(async () => {
    const row = await lockedFunding(actor, number)
    authorize(may.apply, actor, row)
    if (!isEditable(row.state)) throw new Refusal(wrongState(row.state))
    if (row.version !== input.version) throw new Conflict(refusals.overwrites, String(row.version))
    const schools = await sql.listSchoolsOf(row.plgId)
    if (!schools.some(({ id }) => id === input.schoolId))
      throw new Refusal('Diese Schule gehört nicht zu Ihrer PLG.', 'schoolId')
    const { items, ownShare: ownShareCents, schoolId, year, reason, innovation, risk } = input
    const about = { ownShareCents, schoolId, year, reason, innovation, risk }
    await sql.replaceItems(row.id, items)
    await sql.updateApplication(row.id, { ...about, changedAt: now() })
  })
}

type Step = { version: number; text?: string }
type Change = Parameters<typeof sql.updateApplication>[1]
/** What an event asks before it may happen, and what it changes besides the state. */
type Work = (row: sql.FundingRow) => Promise<Change & { state?: FundingState }>

/**
 * Brings an event about: right, state and version are judged under the lock of the row, and the state, the
 * case's file and the protocol change together or not at all.
 */
function bring(
  actor: Actor,
  number: number,
  event: FundingEvent,
  step: Step,
  work: Work = () => Promise.resolve({}),
): Promise<void> {
  return transaction(async (publish) => {
    const row = await lockedFunding(actor, number)
    authorize(mayBring[event], actor, row)
    const next = nextState(event, row.state)
    if (!next) throw new Refusal(row.decidedAt ? refusals.decided : wrongState(row.state))
    if (row.version !== step.version) throw new Refusal(refusals.stale)
    const change = await work(row)
    const state = change.state ?? next
    await sql.updateApplication(row.id, { ...change, state, changedAt: now() })
    await writeDown(publish, actor, row, { event, state, text: step.text ?? '', change })
  })
}

type Happened = { event: FundingEvent; state: FundingState; text: string; change: Change }

async function writeDown(publish: Publish, actor: Actor, row: sql.FundingRow, happened: Happened) {
  const { event, state, text, change } = happened
  await sql.insertEntry({ applicationId: row.id, authorId: actor.id, state, text, at: now() })
  const { grantedCents } = change
  await record(actor, {
    action: `funding.${event}`,
    thingKind: 'funding',
    thingId: row.id,
    details: {
      number: row.number,
      from: row.state,
      to: state,
      ...(grantedCents != null && { grantedCents }),
    },
  })
  const { id: applicationId, plgId, wasSubmitted } = row
  publish(fundingMoved({ applicationId, plgId, actorId: actor.id, event, wasSubmitted }))
}

export const submitFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'submit', step, async (row) => {
    if (row.projectKind !== 'innovation')
      throw new Refusal('Gefördert werden nur Innovationsprojekte.')
    refuseIncomplete(row, await sql.listItems(row.id))
    return { submittedAt: now() }
  })

function refuseIncomplete(row: sql.FundingRow, items: Awaited<ReturnType<typeof sql.listItems>>) {
  const missing = missingIn({ ...row, items })
  if (missing.length > 0) throw new Refusal(`Es fehlt noch: ${missing.join(', ')}.`)
}

export const takeUpFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'takeUp', step)
export const askAboutFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'ask', step)
/** Answers the query; what was changed meanwhile has to be as complete as at the beginning. */
export const answerQuery = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'answer', step, async (row) => {
    refuseIncomplete(row, await sql.listItems(row.id))
    return {}
  })

/** Grants all or a part. The row of the year's budget is held meanwhile: two who decide at once never overspend. */
export const approveFunding = (actor: Actor, number: number, input: Approval) =>
  bring(actor, number, 'approve', input, async (row) => {
    const requested = requestedOf(row.costCents, row.ownShareCents)
    if (input.granted === 0) throw new Refusal(refusals.nothingGranted, 'granted')
    if (input.granted > requested)
      throw new Refusal(refusals.overRequested(euros(requested)), 'granted')
    const budget = await lockBudget(row.year)
    if (!budget) throw new Refusal(refusals.noBudget(row.year), 'granted')
    const left = budget.amountCents - budget.committedCents
    if (input.granted > left)
      throw new Refusal(refusals.overBudget(row.year, euros(left)), 'granted')
    await addCommitted(row.year, input.granted)
    return {
      state: input.granted < requested ? 'approved_partly' : 'approved',
      grantedCents: input.granted,
      decision: input.text,
      conditions: input.conditions,
      ...decidedBy(actor),
    }
  })

export const rejectFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'reject', step, () =>
    Promise.resolve({ decision: step.text ?? '', ...decidedBy(actor) }),
  )

const decidedBy = (actor: Actor) => ({ decidedBy: actor.id, decidedAt: now() })

/** What was granted and is not wanted any more goes back into the budget. */
export const withdrawFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'withdraw', step, async (row) => {
    if (isCommitted(row.state) && row.grantedCents !== null) {
      await lockBudget(row.year)
      await addCommitted(row.year, -row.grantedCents)
    }
    return {}
  })

export const payFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'pay', step, () => Promise.resolve({ paidAt: now() }))

/** The proof of use is complete. */
export const accountFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'account', step, (row) => {
    if (row.spentCents === 0)
      throw new Refusal('Tragen Sie zuerst ein, wofür das Geld ausgegeben wurde.')
    return Promise.resolve({})
  })

export const closeFunding = (actor: Actor, number: number, step: Step) =>
  bring(actor, number, 'close', step, () => Promise.resolve({ closedAt: now() }))

const wrongState = (state: FundingState) => refusals.wrongState(fundingStateNames[state])
