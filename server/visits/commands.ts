import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import {
  visitAccepted,
  visitCancelled,
  visitChanged,
  visitDeclined,
  visitorLeft,
} from './events.ts'
import type { DebriefInput, PrepareInput, ShareInput, VersionInput } from './inputs.ts'
import { may, proveReader, type VisitFacts } from './policy.ts'
import { numberIn } from './rules.ts'
import * as sql from './sql.ts'
import { authorizeVisit, factsOf } from './views.ts'
import { refusals } from './words.ts'

type Locked = { row: sql.VisitRow; facts: VisitFacts }

/**
 * The frame of every act on a visit: it is locked first and judged as it stands then.
 *
 * @throws NotFound when there is none, or not for this person
 */
function onVisit(
  actor: Actor,
  param: string,
  rule: (actor: Actor, facts: VisitFacts) => boolean,
  work: (visit: Locked, publish: Publish) => Promise<void>,
): Promise<void> {
  authorizeVisit(actor)
  return transaction(async (publish) => {
    const number = numberIn(param) ?? 0
    existing(await sql.lockVisit(number))
    const row = existing(await sql.findVisit(number, actor.id))
    const facts = factsOf(row, actor)
    if (!may.restore(actor, facts)) authorizeOrHide(may.see, actor, facts)
    authorize(rule, actor, facts)
    await work({ row, facts }, publish)
    publish(visitChanged({ visitId: row.id }))
  })
}

function refuseStale(row: sql.VisitRow, { version }: VersionInput): void {
  if (row.version !== version) throw new Refusal(refusals.stale)
}

const newsOf = (row: sql.VisitRow, actor: Actor) => ({ visitId: row.id, actorId: actor.id })

export function acceptVisit(actor: Actor, param: string, input: VersionInput): Promise<void> {
  return onVisit(actor, param, may.accept, async ({ row }, publish) => {
    refuseStale(row, input)
    await sql.updateVisit(row.id, { state: 'accepted', changedAt: now() })
    publish(visitAccepted(newsOf(row, actor)))
  })
}

/** The seat is free again for others. */
export function declineVisit(actor: Actor, param: string, input: VersionInput): Promise<void> {
  return onVisit(actor, param, may.decline, async ({ row }, publish) => {
    refuseStale(row, input)
    await end(row, 'declined')
    publish(visitDeclined(newsOf(row, actor)))
  })
}

/** By the host, or by a visitor: where others still come, only that visitor stays away. */
export function cancelVisit(actor: Actor, param: string): Promise<void> {
  return onVisit(actor, param, may.cancel, async ({ row, facts }, publish) => {
    if (!facts.isHost && row.releases.length > 1) {
      await sql.removeVisitor(row.id, actor.id)
      await sql.updateVisit(row.id, { changedAt: now() })
      publish(visitorLeft(newsOf(row, actor)))
      return
    }
    await end(row, 'cancelled')
    publish(visitCancelled(newsOf(row, actor)))
  })
}

async function end(row: sql.VisitRow, state: 'declined' | 'cancelled'): Promise<void> {
  await sql.updateVisit(row.id, { state, changedAt: now() })
  if (row.slotId !== null) await sql.freeSeat(row.slotId)
}

/**
 * What the visitors shall watch, and when all talk before.
 *
 * @throws Conflict with the text that stands there, when it was changed since the form was made
 */
export function prepareVisit(actor: Actor, param: string, input: PrepareInput): Promise<void> {
  return onVisit(actor, param, may.prepare, async ({ row, facts }) => {
    await refuseOutdated({ row, facts }, actor, input, 'focus')
    const { focus, preTalkDay, preTalkTime } = input
    if (preTalkTime && !preTalkDay)
      throw new Refusal('Bitte geben Sie auch den Tag an.', 'preTalkDay')
    if (preTalkDay && !preTalkTime)
      throw new Refusal('Bitte geben Sie auch die Uhrzeit an.', 'preTalkTime')
    const preTalkAt = preTalkDay && preTalkTime ? momentOf(preTalkDay, preTalkTime) : null
    if (preTalkAt && preTalkAt >= row.startsAt)
      throw new Refusal('Das Vorgespräch liegt vor dem Besuch.', 'preTalkDay')
    await sql.updateVisit(row.id, { focus, preTalkAt, changedAt: now() })
  })
}

async function refuseOutdated(
  { row, facts }: Locked,
  actor: Actor,
  { version }: VersionInput,
  name: 'focus' | 'debrief',
): Promise<void> {
  if (row.version === version) return
  const reader = proveReader(actor, row.id, facts)
  throw new Conflict(refusals.changed, reader ? (await sql.findWords(reader))[name] : '')
}

/** The visit has taken place. One that a principal refused has not. */
export function holdVisit(actor: Actor, param: string, input: VersionInput): Promise<void> {
  return onVisit(actor, param, may.hold, async ({ row }) => {
    refuseStale(row, input)
    if (row.releases.includes('refused')) throw new Refusal(refusals.releaseRefused)
    await sql.updateVisit(row.id, { state: 'held', changedAt: now() })
  })
}

/** One's own words about what one saw; nobody else writes there, so there is nothing to compare. */
export function writeObservation(
  actor: Actor,
  param: string,
  input: { observation: string },
): Promise<void> {
  return onVisit(actor, param, may.observe, ({ row }) =>
    sql.updateVisitor({ visitId: row.id, personId: actor.id }, input),
  )
}

/** @throws Conflict with the text that stands there, when it was changed since the form was made */
export function writeDebrief(actor: Actor, param: string, input: DebriefInput): Promise<void> {
  return onVisit(actor, param, may.debrief, async ({ row, facts }) => {
    await refuseOutdated({ row, facts }, actor, input, 'debrief')
    const { debrief } = input
    await sql.updateVisit(row.id, { debrief, state: 'debriefed', changedAt: now() })
  })
}

export function shareVisit(actor: Actor, param: string, input: ShareInput): Promise<void> {
  return onVisit(actor, param, may.share, async ({ row }) => {
    refuseStale(row, input)
    const { shareWith } = input
    if (shareWith === 'plg' && row.plgId === null) throw new Refusal(refusals.noPlg, 'shareWith')
    await sql.updateVisit(row.id, { shareWith, changedAt: now() })
  })
}

/** Takes the visit away from everybody. For a day its host can bring it back, then it is gone. */
export function removeVisit(actor: Actor, param: string, input: VersionInput): Promise<void> {
  return onVisit(actor, param, may.remove, async ({ row }) => {
    refuseStale(row, input)
    await sql.updateVisit(row.id, { deletedAt: now(), changedAt: now() })
  })
}

export function restoreVisit(actor: Actor, param: string): Promise<void> {
  return onVisit(actor, param, may.restore, ({ row }) =>
    sql.updateVisit(row.id, { deletedAt: null, changedAt: now() }),
  )
}
