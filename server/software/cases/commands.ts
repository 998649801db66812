import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { Publish } from '#server/platform/transaction.ts'
import {
  type CaseEvent,
  type CaseOutcome,
  type CaseReason,
  OVER,
  type Priority,
} from './contract.ts'
import { caseMoved, caseOpened } from './events.ts'
import { mayBring } from './policy.ts'
import { nextState, outcomesOf } from './rules.ts'
import * as sql from './sql.ts'
import { caseRefusals, HOUSE } from './words.ts'

export type Move = {
  caseId: string
  event: CaseEvent
  note?: string
  /** What the case ends as; needed where there are several ways. */
  outcome?: CaseOutcome
  waitingUntil?: string
}

/**
 * Brings an event of a case about, inside the running transaction: right and state are judged under the lock of the
 * row; state, log and protocol change together or not at all.
 *
 * @param actor null: the house itself, at a deadline or by a standing rule; also a vendor, who has no account
 * @throws Refusal when somebody else has decided in the meantime
 */
export async function moveCase(publish: Publish, actor: Actor | null, move: Move) {
  const row = existing(await sql.lockCase({ id: move.caseId }))
  const to = nextState(move.event, row.state)
  if (!to) throw new Refusal(caseRefusals.moved(row.state))
  if (!mayBring[move.event](actor, row)) throw new Forbidden()
  const at = now()
  const note = move.note ?? ''
  await sql.updateCase(row.id, {
    state: to,
    waitingUntil: move.waitingUntil ?? null,
    ...(move.event === 'submit' && { submittedAt: at }),
    ...(OVER.includes(to) && { closedAt: at, outcome: outcomeOf(move), outcomeNote: note }),
  })
  await sql.insertEvent({
    ...{ caseId: row.id, at, personId: actor?.id ?? null, event: move.event },
    ...{ fromState: row.state, toState: to, note },
  })
  await record(actor ?? HOUSE, {
    action: `software.case-${move.event.replaceAll('_', '-')}`,
    thingKind: 'review-case',
    thingId: row.id,
    details: { number: row.number, from: row.state, to },
  })
  const { id: caseId, productId } = row
  const news = { caseId, productId, actorId: actor?.id ?? null }
  publish(caseMoved({ ...news, event: move.event, from: row.state, to }))
  return { ...row, state: to }
}

function outcomeOf({ event, outcome }: Move): CaseOutcome {
  const possible = outcomesOf(event)
  const chosen = outcome ?? possible[0]
  if (!chosen || !possible.includes(chosen))
    throw new Error(`"${event}" does not end a case as "${outcome}"`)
  return chosen
}

export type NewCase = {
  productId: string
  scenarioIds: string[]
  reason: CaseReason
  /** How it came to be, for the log. */
  opening: 'suggest' | 'request' | 'complain' | 'reopen'
  /** Who proposes, and so never reviews it; nobody, where an office or the house takes it up. */
  requestedBy?: string
  schoolId?: string | null
  purpose?: string
  subject?: string
  gradeBand?: string
  neededBy?: string | null
  priority?: Priority
  previousId?: string | null
  state: 'draft' | 'submitted' | 'triage'
  note?: string
  clientKey?: string
}

/**
 * Begins a case, inside the running transaction.
 *
 * @returns undefined when there is an open one of the product already, or this very form has made one
 */
export async function openCase(publish: Publish, actor: Actor | null, given: NewCase) {
  const { scenarioIds, opening, note = '', clientKey = randomUUID(), ...values } = given
  const at = now()
  const catalogueVersion = existing(await sql.findCatalogue(localDayOf(at)))
  const made = await sql.insertCase({
    ...values,
    ...{ catalogueVersion, clientKey, createdAt: at },
    submittedAt: given.state === 'draft' ? null : at,
  })
  if (!made) return undefined
  await sql.insertScenarios(made.id, scenarioIds)
  await sql.insertEvent({
    ...{ caseId: made.id, at, personId: actor?.id ?? null, event: opening, note },
    ...{ fromState: 'none', toState: given.state },
  })
  await record(actor ?? HOUSE, {
    action: 'software.case-opened',
    thingKind: 'review-case',
    thingId: made.id,
    details: { number: made.number, reason: given.reason },
  })
  const { productId, state } = given
  publish(caseOpened({ caseId: made.id, productId, actorId: actor?.id ?? null, state }))
  return made
}
