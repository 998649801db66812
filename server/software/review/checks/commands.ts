import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { attach, detach, type Given, type Kept, withKept } from '#server/files/keeping/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { ReviewState } from '../../cases/contract.ts'
import { caseWorked } from '../../cases/events.ts'
import { lockCase } from '../../cases/sql.ts'
import { caseRefusals } from '../../cases/words.ts'
import { CASE_PAPER } from '../contract.ts'
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
  return transaction(async (publish) => {
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
    if (changed.length > 0) publish(caseWorked({ caseId: row.id }))
  })
}

/**
 * Adds what an answer rests on: where it stands, or the file itself; the words, the day. Twice is once.
 *
 * @throws Refusal with its sentence beside the field; no byte of the file stays then
 */
export async function addEvidence(
  actor: Actor,
  number: number,
  given: GivenEvidence,
  file: Given | null = null,
): Promise<void> {
  // Before anything is kept; judged once more under the lock.
  await transaction(() => lockedForWork(actor, number))
  if (given.url === '' && given.documentId === undefined && !file)
    throw new Refusal(checkRefusals.needsSource, 'url')
  await withKept(file ? [file] : [], ([kept]) =>
    transaction((publish) => writeEvidence(publish, { actor, number, given, kept })),
  )
}

type NewEvidence = { actor: Actor; number: number; given: GivenEvidence; kept: Kept | undefined }

async function writeEvidence(
  publish: Publish,
  { actor, number, given, kept }: NewEvidence,
): Promise<void> {
  const row = await lockedForWork(actor, number)
  const today = localDayOf(now())
  const retrievedOn = given.retrievedOn ?? today
  if (retrievedOn > today) throw new Refusal(checkRefusals.future, 'retrievedOn')
  const { criterionId, url, quote, documentId } = given
  const document = documentId
    ? existing(await sql.findDocument(row.productId, documentId))
    : undefined
  const evidence = {
    ...{ caseId: row.id, criterionId, url, quote, documentId: document?.id ?? null },
    sha256: kept?.sha256 ?? document?.sha256 ?? null,
  }
  if (await sql.findSame(evidence)) return
  const thing = { kind: CASE_PAPER, id: row.id }
  const fileId = kept ? await attach(kept, { thing, by: actor }) : null
  await sql.insertEvidence({
    ...{ ...evidence, retrievedOn, fileId },
    ...{ addedBy: actor.id, addedAt: now() },
  })
  const details = { criterion: criterionId, sha256: evidence.sha256 }
  await recordEvidence(actor, row, 'software.evidence-added', details)
  publish(caseWorked({ caseId: row.id }))
}

const recordEvidence = (
  actor: Actor,
  { id, number }: { id: string; number: number },
  action: string,
  details: object,
) =>
  record(actor, { action, thingKind: 'review-case', thingId: id, details: { number, ...details } })

/** Takes evidence away again, with its file. After the signature nobody does. */
export function removeEvidence(actor: Actor, number: number, id: string): Promise<void> {
  return transaction(async (publish) => {
    const row = await lockedForWork(actor, number)
    const gone = await sql.removeEvidence(row.id, id)
    // Pressed twice, it is gone already.
    if (!gone) return
    if (gone.fileId) await detach(gone.fileId, actor)
    const details = { criterion: gone.criterionId }
    await recordEvidence(actor, row, 'software.evidence-removed', details)
    publish(caseWorked({ caseId: row.id }))
  })
}
