import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing, type Rule } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { bringNeedsIntoTalk, decideNeed } from '../equipment/needs/commands.ts'
import type { DecideInput } from '../equipment/needs/inputs.ts'
import { needsOfTalk } from '../equipment/needs/views.ts'
import { refusals as needRefusals } from '../equipment/words.ts'
import { talkNear } from './events.ts'
import { REMIND_DAYS } from './contract.ts'
import type { AgendaInput, MinutesInput, PrepareInput, ShareInput } from './inputs.ts'
import { may, sideOf, type TalkFacts } from './policy.ts'
import { factsOf, numberIn, printOf, stateAfter } from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

type Locked = { row: sql.TalkRow; facts: TalkFacts; at: Date }

/** A talk under lock, for something that this rule allows. */
export function onTalk<Answer>(
  actor: Actor,
  param: string,
  rule: Rule<TalkFacts>,
  work: (locked: Locked, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  const number = numberIn(param) ?? 0
  return transaction(async (publish) => {
    await sql.lockTalk(number)
    const row = existing(await sql.findTalk(number, actor.id))
    const at = now()
    const facts = factsOf(row, at)
    authorizeOrHide(may.see, actor, facts)
    authorize(rule, actor, facts)
    return work({ row, facts, at }, publish)
  })
}

/** @throws Conflict with what stands there, when it is not what the form was made with */
export function refuseOther(print: string, ...stands: string[]): void {
  if (printOf(...stands) !== print) throw new Conflict(refusals.changed, stands.join('\n\n'))
}

export function changeAgenda(actor: Actor, param: string, input: AgendaInput): Promise<void> {
  return onTalk(actor, param, may.plan, async ({ row, at }) => {
    refuseOther(input.print, row.agenda)
    if (row.agenda === input.agenda) return
    await sql.updateTalk(row.id, { agenda: input.agenda, changedAt: at })
  })
}

const prepare: Rule<TalkFacts> = (actor, facts) =>
  may.prepareSchool(actor, facts) || may.prepareAuthority(actor, facts)

/** The own notes before the talk; the other side reads them, and whether one is ready. */
export function prepareTalk(actor: Actor, param: string, input: PrepareInput): Promise<void> {
  return onTalk(actor, param, prepare, async ({ row, facts, at }) => {
    const isSchool = sideOf(actor, facts) === 'school'
    refuseOther(input.print, isSchool ? row.schoolNotes : row.authorityNotes)
    const readyAt = input.ready ? at : null
    const change = isSchool
      ? { schoolNotes: input.notes, schoolPreparedAt: readyAt }
      : { authorityNotes: input.notes, authorityPreparedAt: readyAt }
    const status = stateAfter({ ...row, ...change })
    await sql.updateTalk(row.id, { ...change, status, changedAt: at })
  })
}

/**
 * The school lets the Amt read one frozen or published version, for this talk (R33-7). The database refuses any other
 * version; a working copy is none.
 */
export function shareConcept(actor: Actor, param: string, input: ShareInput): Promise<void> {
  return onTalk(actor, param, may.share, async ({ row, at }) => {
    const { versionId } = input
    if (!(await sql.findShareable(row.schoolId, versionId)))
      throw new Refusal(refusals.notShareable, 'versionId')
    await sql.updateTalk(row.id, { versionId, sharedAt: at, sharedBy: actor.id, changedAt: at })
    await told(actor, 'talks.shared', row.id, { versionId })
  })
}

/** Until the talk is held the school can take it back. */
export function unshareConcept(actor: Actor, param: string): Promise<void> {
  return onTalk(actor, param, may.unshare, async ({ row, at }) => {
    const gone = { versionId: null, sharedAt: null, sharedBy: null }
    await sql.updateTalk(row.id, { ...gone, changedAt: at })
    await told(actor, 'talks.unshared', row.id, { versionId: row.versionId })
  })
}

const told = (actor: Actor, action: string, thingId: string, details: Record<string, unknown>) =>
  record(actor, { action, thingKind: 'equipment-talk', thingId, details })

/** It has taken place. What the school still noted as a need was talked about. */
export function holdTalk(actor: Actor, param: string): Promise<void> {
  return onTalk(actor, param, may.hold, async ({ row, at }) => {
    await sql.updateTalk(row.id, { status: 'held', heldAt: at, changedAt: at })
    await bringNeedsIntoTalk(row.schoolId, row.id, at)
  })
}

/** What becomes of a need that was talked about is entered where one talks. It is no part of what is signed. */
export async function decideNeedOf(actor: Actor, param: string, input: DecideInput): Promise<void> {
  const row = existing(await sql.findTalk(numberIn(param) ?? 0, actor.id))
  authorizeOrHide(may.see, actor, factsOf(row, now()))
  if (!(await needsOfTalk(row.id)).some(({ id }) => id === input.need))
    throw new Refusal(needRefusals.needGone)
  await decideNeed(actor, row.schoolSlug, input)
}

export function writeMinutes(actor: Actor, param: string, input: MinutesInput): Promise<void> {
  return onTalk(actor, param, may.conclude, async ({ row, at }) => {
    refuseOther(input.print, row.minutes)
    if (row.minutes === input.minutes) return
    await sql.updateTalk(row.id, { minutes: input.minutes, changedAt: at })
  })
}

/** Two weeks before a talk whoever has not prepared hears of it, once. */
export function remindOfTalks(at: Date): Promise<void> {
  const until = new Date(at.getTime() + REMIND_DAYS * 86_400_000)
  return transaction(async (publish) => {
    for (const talkId of await sql.takeNear(at, until)) publish(talkNear({ talkId }))
  })
}
