import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { insideOf } from '#server/plg/views.ts'
import { DEFAULT_ADDRESSEE, LIMITS, type RequestEvent } from '../contract.ts'
import { requestMoved, supportAsked } from '../events.ts'
import { may } from '../policy.ts'
import { refusals } from '../words.ts'
import type { AskInput, StepInput } from './inputs.ts'
import { joinedAnswer, nextState } from './rules.ts'
import * as sql from './sql.ts'

/** A PLG asks for help. @returns the number of the request; the same form twice is one request */
export async function askForSupport(actor: Actor, slug: string, input: AskInput): Promise<number> {
  const { plg, facts } = await insideOf(actor, { slug })
  authorize(may.ask, actor, { seatRole: facts.seat?.role ?? null })
  const before = await sql.findByKey(actor.id, input.clientKey)
  if (before) return before.number
  const { phase, projects } = await sql.findPlg(plg.id)
  if (phase === 'closed') throw new Refusal('Diese PLG ist abgeschlossen.')
  if (input.projectId && !projects.some(({ id }) => id === input.projectId))
    throw new Refusal('Dieses Vorhaben gehört nicht zu Ihrer PLG.', 'projectId')
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const row = {
      ...input,
      plgId: plg.id,
      addressee: input.addressee ?? DEFAULT_ADDRESSEE[input.kind],
      createdBy: actor.id,
      createdAt: now(),
      changedAt: now(),
    }
    const made = await sql.insertRequest(row)
    if (!made) return existing(await sql.findByKey(actor.id, input.clientKey)).number
    publish(supportAsked({ requestId: made.id, plgId: plg.id, actorId: actor.id }))
    return made.number
  })
}

export const acceptRequest = (actor: Actor, number: number, input: StepInput) =>
  move(actor, number, 'accept', input)
export const declineRequest = (actor: Actor, number: number, input: StepInput) =>
  move(actor, number, 'decline', input)
export const finishRequest = (actor: Actor, number: number, input: StepInput) =>
  move(actor, number, 'finish', input)
export const withdrawRequest = (actor: Actor, number: number, input: StepInput) =>
  move(actor, number, 'withdraw', input)

/** Of two who act at once one is first; the other is told who it was. */
function move(actor: Actor, number: number, event: RequestEvent, input: StepInput): Promise<void> {
  return transaction(async (publish) => {
    await sql.lockRequest(number)
    const row = existing(await sql.findRequest(number, actor.id))
    authorizeOrHide(may.seeRequest, actor, row)
    authorize(event === 'withdraw' ? may.withdrawRequest : may.handle, actor, row)
    if (isRepeated(actor, row, event)) return
    const state = nextState(event, row.state)
    if (!state) throw new Refusal(whyNot(row))
    if (row.version !== input.version) throw new Refusal(refusals.stale)
    const answer = joinedAnswer(row.answer, input.answer ?? '')
    if (answer.length > LIMITS.answer)
      throw new Refusal('Mit der früheren Antwort zusammen ist das zu lang.', 'answer')
    const handledBy = event === 'withdraw' ? row.handledBy : actor.id
    await sql.updateRequest(row.id, { state, answer, handledBy, changedAt: now() })
    await record(actor, {
      action: `support.${event}`,
      thingKind: 'support-request',
      thingId: row.id,
      details: { number },
    })
    publish(requestMoved({ requestId: row.id, plgId: row.plgId, actorId: actor.id, event }))
  })
}

/** The same press once more. */
function isRepeated(actor: Actor, row: sql.RequestRow, event: RequestEvent): boolean {
  if (event === 'withdraw') return row.state === 'withdrawn'
  const target = { accept: 'accepted', decline: 'declined', finish: 'done' }[event]
  return row.state === target && row.handledBy === actor.id
}

const whyNot = (row: sql.RequestRow) =>
  row.state === 'accepted' && row.handler ? refusals.taken(row.handler) : refusals.requestClosed
