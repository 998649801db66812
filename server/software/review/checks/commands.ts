import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { ReviewState } from '../../cases/contract.ts'
import { lockCase } from '../../cases/sql.ts'
import { caseRefusals } from '../../cases/words.ts'
import { authorizeWork } from '../views.ts'
import type { GivenAnswer, GivenEvidence } from './inputs.ts'
import { seenOf } from './rules.ts'
import * as sql from './sql.ts'
import { answerNames, checkRefusals } from './words.ts'

/** While a case is reviewed or waits its check points are open; once signed they stay as they are. */
const EDITABLE: readonly ReviewState[] = [
  'triage',
  'in_review',
  'waiting_requester',
  'waiting_vendor',
  'opinion_draft',
]

async function lockedForWork(actor: Actor, number: number) {
  const row = existing(await lockCase({ number }))
  authorizeWork(actor, row)
  if (!EDITABLE.includes(row.state)) throw new Refusal(caseRefusals.moved(row.state))
  return row
}

/**
 * Saves the check points that somebody has answered. Points of one page that another officer answers meanwhile do
 * not disturb each other.
 *
 * @throws Conflict when both have answered the same one; nothing is saved then
 */
export function saveAnswers(actor: Actor, number: number, given: GivenAnswer[]): Promise<void> {
  return transaction(async () => {
    const row = await lockedForWork(actor, number)
    const points = await sql.listPoints(row.id, row.catalogueVersion)
    const byId = new Map(points.map((point) => [point.id, point]))
    const changed = given.filter(
      ({ answer, comment, seen, id }) => byId.has(id) && seenOf(answer, comment) !== seen,
    )
    for (const one of changed) {
      const point = existing(byId.get(one.id))
      const stands = seenOf(point.answer, point.comment)
      if (stands === one.seen || stands === seenOf(one.answer, one.comment)) continue
      const theirs = point.answer ? answerNames[point.answer] : ''
      throw new Conflict(
        checkRefusals.changed(point.by ?? 'Jemand'),
        `${point.question} ${theirs}. ${point.comment}`,
      )
    }
    const at = now()
    for (const { id: criterionId, answer, comment } of changed)
      await sql.saveAnswer({
        ...{ caseId: row.id, criterionId, answer, comment, answeredBy: actor.id, at },
      })
  })
}

/** Adds what an answer rests on: where it stands, the words, the day. */
export function addEvidence(actor: Actor, number: number, given: GivenEvidence): Promise<void> {
  return transaction(async () => {
    const row = await lockedForWork(actor, number)
    const today = localDayOf(now())
    const retrievedOn = given.retrievedOn ?? today
    if (retrievedOn > today) throw new Refusal(checkRefusals.future, 'retrievedOn')
    const { criterionId, url, quote, documentId } = given
    const document = documentId
      ? existing(await sql.findDocument(row.productId, documentId))
      : undefined
    await sql.insertEvidence({
      ...{ caseId: row.id, criterionId, url, quote, retrievedOn },
      ...{ documentId: document?.id ?? null, sha256: document?.sha256 ?? null },
      ...{ addedBy: actor.id, addedAt: now() },
    })
  })
}

export function removeEvidence(actor: Actor, number: number, id: string): Promise<void> {
  return transaction(async () => {
    const row = await lockedForWork(actor, number)
    await sql.removeEvidence(row.id, id)
  })
}
