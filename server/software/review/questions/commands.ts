import { parseDate } from '@internationalized/date'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { moveCase } from '../../cases/commands.ts'
import { lockCase } from '../../cases/sql.ts'
import { authorizeWork } from '../views.ts'
import { type Addressee, REMIND_DAYS } from './contract.ts'
import { answerOverdue, vendorAsked } from './events.ts'
import type { Ask, VendorAnswer } from './inputs.ts'
import { hashOf, linkState } from './rules.ts'
import * as sql from './sql.ts'
import { linkWords, questionRefusals } from './words.ts'

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

/** A vendor answers, without an account: the link is the right, and works once. */
export function answerAsVendor(token: string, input: VendorAnswer): Promise<void> {
  return transaction(async (publish) => {
    const question = await sql.findByToken(hashOf(token))
    const state = linkState(question, localDayOf(now()))
    if (!question || state === 'unknown') throw new NotFound()
    if (state !== 'open') throw new Refusal(linkWords[state])
    const row = existing(await lockCase({ id: question.caseId }))
    const isFirst = await sql.updateAnswer(question.id, {
      ...{ answer: input.answer, answeredName: input.name, answeredAt: now() },
    })
    if (!isFirst) throw new Refusal(linkWords.answered)
    // After its day the case went on; the answer is read all the same.
    if (row.state === 'waiting_vendor')
      await moveCase(publish, null, { caseId: row.id, event: 'answer', note: input.name })
  })
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
