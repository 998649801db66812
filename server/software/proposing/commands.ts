import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase, openCase } from '../cases/commands.ts'
import { OPEN_STATES } from '../cases/contract.ts'
import { caseWorked } from '../cases/events.ts'
import { findByKey, insertEvent, lockCase } from '../cases/sql.ts'
import { may } from '../policy.ts'
import { SIMILAR_SHOWN } from './contract.ts'
import { remove as removeDraft } from './drafts/sql.ts'
import { demandChanged } from './events.ts'
import type { Proposal, ReviewRequest } from './inputs.ts'
import { owns } from './policy.ts'
import { labelOf, slugsFor } from './rules.ts'
import * as sql from './sql.ts'
import { proposingRefusals } from './words.ts'

/** Proposes an app that is not in the directory. The same form again is the same proposal. @returns its number */
export async function propose(actor: Actor, input: Proposal): Promise<number> {
  authorize(may.propose, actor, {})
  const similar = input.isOther ? [] : await sql.listSimilar(input.name, actor.id, SIMILAR_SHOWN)
  // Asked after the list: what is similar may be what this very form, sent a moment earlier, has made.
  const before = await findByKey(actor.id, input.clientKey)
  if (before) return before.number
  const schoolId = schoolOf(actor, input.schoolId)
  refusePast(input.neededBy)
  if (similar.length > 0)
    throw new Refusal(proposingRefusals.similar(similar.map(({ name }) => name)), 'isOther')
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const productId = await insertProposed(actor, input)
    // Sent twice at once: the other one made it.
    if (!productId) return existing(await findByKey(actor.id, input.clientKey)).number
    const scenarioId = await insertUse(productId, input)
    const { purpose, neededBy, clientKey } = input
    const made = await openCase(publish, actor, {
      ...{ productId, scenarioIds: [scenarioId], reason: 'new', opening: 'suggest' },
      ...{ requestedBy: actor.id, schoolId, purpose, neededBy, clientKey, state: 'submitted' },
      ...{ subject: input.subject ?? '', gradeBand: input.gradeBand ?? '' },
    })
    if (input.draft) await removeDraft(actor.id, input.draft)
    return existing(made).number
  })
}

/** @returns undefined when this very form has made one already */
async function insertProposed(actor: Actor, input: Proposal): Promise<string | undefined> {
  const at = now()
  const slugs = slugsFor(input.name)
  const free = await sql.findFreeSlugs(slugs)
  for (const slug of slugs.filter((one) => free.has(one))) {
    const made = await sql.insertProduct({
      ...{ slug, name: input.name, website: input.website, origin: 'proposal', state: 'proposed' },
      ...{ subjects: input.subject ? [input.subject] : [], schoolForms: input.schoolForms },
      ...{ gradeBands: input.gradeBand ? [input.gradeBand] : [] },
      ...{ createdBy: actor.id, createdAt: at, changedAt: at, clientKey: input.clientKey },
    })
    if (made) return made.id
    if (await findByKey(actor.id, input.clientKey)) return undefined
  }
  throw new Refusal('Bitte geben Sie der App einen genaueren Namen.', 'name')
}

function insertUse(productId: string, input: Proposal): Promise<string> {
  const { deviceScenario, pupilAccount, users, schoolForms } = input
  return sql.insertUse(
    { productId, name: input.variant || 'Wie vorgeschlagen' },
    {
      ...{ label: labelOf(deviceScenario, pupilAccount), deviceScenario, pupilAccount },
      ...{ users: users.length > 0 ? users : ['teacher', 'pupil'], schoolForms, createdAt: now() },
    },
  )
}

/**
 * Asks for a review of what stands in the directory, or complains about it. Where a case runs already the wish
 * counts there.
 */
export async function requestReview(
  actor: Actor,
  slug: string,
  input: ReviewRequest,
): Promise<number> {
  const product = existing(await sql.findProduct(slug))
  authorizeOrHide(may.see, actor, product)
  authorize(may.propose, actor, {})
  const before = await findByKey(actor.id, input.clientKey)
  if (before) return before.number
  const schoolId = schoolOf(actor, input.schoolId)
  refusePast(input.neededBy)
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { purpose, neededBy, clientKey, reason } = input
    const previous = await sql.findLastCase(product.id)
    const made = await openCase(publish, actor, {
      ...{ productId: product.id, scenarioIds: await sql.listUseIds(product.id) },
      ...{ reason, opening: reason === 'complaint' ? 'complain' : 'request', state: 'submitted' },
      ...{ requestedBy: actor.id, schoolId, purpose, neededBy, clientKey },
      previousId: previous?.id ?? null,
    })
    if (made) return made.number
    const open = existing(await sql.findOpenCase(product.id))
    await join(publish, actor, open.number, schoolId)
    if (reason === 'complaint') await writeDown(actor, open.number, purpose)
    return open.number
  })
}

/** A complaint stands in the log of the case that runs. */
async function writeDown(actor: Actor, number: number, note: string): Promise<void> {
  const row = existing(await lockCase({ number }))
  await insertEvent({
    ...{ caseId: row.id, at: now(), personId: actor.id, event: 'complain', note },
    ...{ fromState: row.state, toState: row.state },
  })
}

/** "Mich auch": counts once for each person, and for their school. */
export function demand(actor: Actor, number: number): Promise<void> {
  authorize(may.propose, actor, {})
  return transaction((publish) => join(publish, actor, number, schoolsOf(actor)[0] ?? null))
}

async function join(publish: Publish, actor: Actor, number: number, schoolId: string | null) {
  const row = existing(await lockCase({ number }))
  if (!OPEN_STATES.includes(row.state)) throw new Refusal(proposingRefusals.noCase)
  if (row.requestedBy === actor.id) return
  const isNew = await sql.insertDemand({ caseId: row.id, personId: actor.id, schoolId, at: now() })
  if (isNew) publish(demandChanged({ caseId: row.id, productId: row.productId }))
}

/** Takes "Mich auch" back. */
export function undemand(actor: Actor, number: number): Promise<void> {
  return transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    await sql.removeDemand(row.id, actor.id)
    publish(demandChanged({ caseId: row.id, productId: row.productId }))
  })
}

/** The requester takes the proposal back, before the review has begun. */
export function withdrawProposal(actor: Actor, number: number): Promise<void> {
  return transaction(async (publish) => {
    const row = await ownCase(actor, number)
    if (row.state === 'rejected_intake' && row.outcome === 'withdrawn') return
    await moveCase(publish, actor, { caseId: row.id, event: 'withdraw' })
  })
}

/** The requester answers what the review has asked. */
export function answerQuestion(
  actor: Actor,
  number: number,
  input: { questionId: string; answer: string },
): Promise<void> {
  return transaction(async (publish) => {
    const row = await ownCase(actor, number)
    const isTaken = await sql.updateAnswer(row.id, input.questionId, {
      ...{ answer: input.answer, answeredBy: actor.id, answeredName: fullName(actor) },
      answeredAt: now(),
    })
    if (!isTaken) throw new Refusal(proposingRefusals.nothingToAnswer)
    // After its deadline the answer still counts, though the review went on without it.
    if (row.state === 'waiting_requester')
      await moveCase(publish, actor, { caseId: row.id, event: 'answer' })
    else publish(caseWorked({ caseId: row.id }))
  })
}

async function ownCase(actor: Actor, number: number) {
  const row = existing(await lockCase({ number }))
  authorizeOrHide(owns, actor, row)
  return row
}

/** Who has no school, e.g. at the SMZ, proposes for nobody but the directory. */
function schoolOf(actor: Actor, chosen: string | undefined): string | null {
  const schools = schoolsOf(actor)
  if (chosen && !schools.includes(chosen)) throw new Forbidden()
  if (!chosen && schools.length > 1) throw new Refusal(proposingRefusals.chooseSchool, 'schoolId')
  return chosen ?? schools[0] ?? null
}

function refusePast(day: string | null): void {
  if (day !== null && day < localDayOf(now())) throw new Refusal(proposingRefusals.past, 'neededBy')
}
