import { parseDate } from '@internationalized/date'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { attach, type Given, type Kept, withKept } from '#server/files/keeping/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase } from '../../cases/commands.ts'
import { OVER } from '../../cases/contract.ts'
import { caseWorked } from '../../cases/events.ts'
import { lockCase } from '../../cases/sql.ts'
import { authorizeWork } from '../views.ts'
import { CASE_PAPER } from '../contract.ts'
import { type Addressee, REMIND_DAYS } from './contract.ts'
import { answerOverdue, lateAnswer, vendorAsked } from './events.ts'
import type { Ask, VendorAnswer } from './inputs.ts'
import { hashOf, linkState } from './rules.ts'
import * as sql from './sql.ts'
import { ANSWER_ROOM, linkWords, questionRefusals, VENDOR } from './words.ts'

/** Asks whoever proposed the app, or its vendor; the case waits until the day that is named. */
export async function ask(
  actor: Actor,
  number: number,
  addressee: Addressee,
  { text, dueOn, vendorEmail }: Ask,
): Promise<void> {
  if (vendorEmail) await spend('mailToAddress', vendorEmail)
  await transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    authorizeWork(actor, row)
    if (dueOn === null) throw new Refusal(questionRefusals.noDay, 'dueOn')
    if (dueOn <= localDayOf(now())) throw new Refusal(questionRefusals.past, 'dueOn')
    if (addressee === 'requester' && row.requestedBy === null)
      throw new Refusal(questionRefusals.noRequester)
    const questionId = await sql.insertQuestion({
      ...{ caseId: row.id, addressee, text, dueOn, vendorEmail: vendorEmail ?? null },
      ...{ askedBy: actor.id, askedAt: now() },
    })
    await moveCase(publish, actor, {
      ...{ caseId: row.id, event: addressee === 'vendor' ? 'ask_vendor' : 'ask_requester' },
      waitingUntil: dueOn,
    })
    if (addressee === 'vendor') publish(vendorAsked({ questionId }))
  })
}

/** The office goes on without waiting any longer, e.g. after a telephone call. */
export function resume(actor: Actor, number: number, note: string): Promise<void> {
  return transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    authorizeWork(actor, row)
    await moveCase(publish, actor, { caseId: row.id, event: 'answer', note })
  })
}

export function withdrawCase(actor: Actor, number: number, note: string): Promise<void> {
  return transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    authorizeWork(actor, row)
    await moveCase(publish, actor, { caseId: row.id, event: 'withdraw', note })
  })
}

/**
 * Whether files may come behind this link, before anything of them is read. Where it was used or is over nothing is
 * taken, only what was typed is read, so that it can be shown once more.
 *
 * @throws NotFound for what is no link of ours
 */
export async function admitVendor(token: string) {
  const question = await sql.findByToken(hashOf(token))
  const state = linkState(question, localDayOf(now()))
  if (!question || state === 'unknown') throw new NotFound()
  return { who: `vendor:${question.id}`, room: state === 'open' ? ANSWER_ROOM : null }
}

async function openQuestion(token: string) {
  const question = await sql.findByToken(hashOf(token))
  const state = linkState(question, localDayOf(now()))
  if (!question || state === 'unknown') throw new NotFound()
  if (state !== 'open') throw new Refusal(linkWords[state])
  return question
}

/**
 * A vendor answers, without an account: the link is the right, and works once. Answer and files are there together or
 * not at all.
 */
export async function answerAsVendor(
  token: string,
  input: VendorAnswer,
  files: Given[] = [],
): Promise<void> {
  await openQuestion(token)
  await withKept(files, (kept) =>
    transaction((publish) => writeAnswer(publish, token, input, kept)),
  )
}

async function writeAnswer(
  publish: Publish,
  token: string,
  input: VendorAnswer,
  kept: Kept[],
): Promise<void> {
  const { id, caseId } = await openQuestion(token)
  const row = existing(await lockCase({ id: caseId }))
  if (OVER.includes(row.state)) throw new Refusal(linkWords.expired)
  const isFirst = await sql.updateAnswer(id, {
    ...{ answer: input.answer, answeredName: input.name, answeredAt: now() },
  })
  if (!isFirst) throw new Refusal(linkWords.answered)
  for (const [position, one] of kept.entries()) {
    const fileId = await attach(one, { thing: { kind: CASE_PAPER, id: caseId }, by: null })
    await sql.insertAnswerFile({ questionId: id, position, fileId, sha256: one.sha256 })
  }
  await record(VENDOR, {
    ...{ action: 'software.vendor-answered', thingKind: 'review-case', thingId: caseId },
    details: { number: row.number, files: kept.map(({ sha256 }) => sha256) },
  })
  publish(caseWorked({ caseId }))
  // After its day the case went on; the answer is read all the same.
  if (row.state === 'waiting_vendor')
    await moveCase(publish, null, { caseId, event: 'answer', note: input.name })
  else publish(lateAnswer({ caseId }))
}

/** Reminds, and goes on without an answer where the day has passed. */
export async function keepDeadlines(at: Date): Promise<void> {
  const today = localDayOf(at)
  await transaction(async (publish) => {
    const soon = parseDate(today).add({ days: REMIND_DAYS }).toString()
    for (const one of await sql.markReminded(soon, at)) publish(answerOverdue(one))
  })
  for (const caseId of await sql.listOverdue(today))
    await transaction(async (publish) => {
      const row = existing(await lockCase({ id: caseId }))
      if (row.state !== 'waiting_requester' && row.state !== 'waiting_vendor') return
      await moveCase(publish, null, { caseId, event: 'deadline' })
    })
}
