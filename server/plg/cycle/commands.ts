import type { Actor } from '#server/auth/actor.ts'
import { fullName } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { lockedPlg } from '../commands.ts'
import type { Phase } from '../contract.ts'
import { cycleDecided } from '../events.ts'
import { updatePlg } from '../sql.ts'
import { type CycleAct, type DecisionKind, MOST_CYCLES } from './contract.ts'
import type { CloseInput, MoveInput, PauseInput } from './inputs.ts'
import { may } from './policy.ts'
import { gatesBetween, mayDissolve, missingFor, obstacle, type Target } from './rules.ts'
import * as sql from './sql.ts'
import { findCycle } from './views.ts'
import { decisionSentence, gateRefusal, words } from './words.ts'

type Standing = NonNullable<Awaited<ReturnType<typeof findCycle>>>
type Change = Parameters<typeof updatePlg>[1]
/** What somebody wants written down, for the PLG as they saw it. */
type Step = {
  act: CycleAct
  kind: DecisionKind
  seen: { from: Phase; cycle: number }
  from: Phase | null
  to: Phase | null
  cycle: number
  note: string
}

/** On, or back, to any phase; the gates on the way have to be open. The same phase again sets its date only. */
export function movePhase(actor: Actor, slug: string, input: MoveInput): Promise<void> {
  const { from, cycle, phase, note, until = null } = input
  const step: Step = {
    ...{ act: 'move', kind: 'phase', seen: input, from, to: phase, cycle, note },
  }
  return deciding(actor, slug, step, async (plg) => {
    if (phase === plg.phase) {
      await updatePlg(plg.id, { phaseUntil: until })
      return null
    }
    refuseClosedGates(plg, phase)
    return { phase, phaseUntil: until }
  })
}

/** Everything stays readable; only the way stands still. */
export function pausePlg(actor: Actor, slug: string, input: PauseInput): Promise<void> {
  return deciding(actor, slug, standing('pause', 'pause', input), () => ({ isPaused: true }))
}

export function resumePlg(actor: Actor, slug: string, input: PauseInput): Promise<void> {
  return deciding(actor, slug, standing('resume', 'resume', input), () => ({ isPaused: false }))
}

/** For good: it stays readable, nobody comes in any more. Whoever has begun leaves reports and transfer sheets. */
export function closePlg(actor: Actor, slug: string, input: CloseInput): Promise<void> {
  const step: Step = { ...standing('close', 'closed', input), from: input.from, to: 'closed' }
  return deciding(actor, slug, step, async (plg) => {
    if (!mayDissolve(plg.phase, plg.hasBegun)) refuseClosedGates(plg, 'closed')
    await record(actor, { action: 'plg.closed', thingKind: 'plg', thingId: plg.id })
    return { phase: 'closed', phaseUntil: null, isPaused: false, seeksMembers: false }
  })
}

/** Begins anew, with the same people, on the results of the cycle that ends. */
export function beginNextCycle(actor: Actor, slug: string, input: PauseInput): Promise<void> {
  const cycle = input.cycle + 1
  const step: Step = { ...standing('nextCycle', 'next_cycle', input), cycle }
  return deciding(actor, slug, step, (plg) => {
    refuseClosedGates(plg, 'next_cycle')
    if (cycle > MOST_CYCLES) throw new Refusal(words.lastCycle)
    return { phase: 'forming', phaseUntil: null, cycle }
  })
}

const standing = (act: CycleAct, kind: DecisionKind, input: PauseInput): Step => ({
  ...{ act, kind, seen: input, from: null, to: null, cycle: input.cycle, note: input.note },
})

/**
 * A decision about the way of a PLG, under its lock: of two who decide at once the second reads what the first
 * has decided. The same form sent twice is one decision.
 *
 * @param change what becomes of the row; null when nothing was decided
 */
function deciding(
  actor: Actor,
  slug: string,
  step: Step,
  change: (plg: Standing) => Change | null | Promise<Change | null>,
): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    authorize(may.decide, actor, facts)
    const plg = existing(await findCycle(row.id))
    if (isOvertaken(plg, step)) return refuseOvertaken(actor, plg.id, step)
    const hindrance = obstacle(step.act, plg)
    if (hindrance) throw new Refusal(words[hindrance])
    const changed = await change(plg)
    if (!changed) return
    await updatePlg(plg.id, changed)
    await writeDown(actor, plg.id, step, publish)
  })
}

/** Has the PLG moved since the page was made on which this was decided? */
function isOvertaken(plg: Standing, { act, seen }: Step): boolean {
  if (plg.phase !== seen.from || plg.cycle !== seen.cycle) return true
  if (plg.phase === 'closed') return false
  return (act === 'pause' && plg.isPaused) || (act === 'resume' && !plg.isPaused)
}

async function refuseOvertaken(actor: Actor, plgId: string, step: Step): Promise<void> {
  const last = await sql.findLastStep(plgId)
  if (!last) throw new Refusal(words.staleForm)
  const isSame = (['kind', 'from', 'to', 'cycle'] as const).every((key) => last[key] === step[key])
  if (isSame && last.decidedBy === actor.id) return
  const { firstName, lastName } = last
  const by = firstName && lastName ? fullName({ firstName, lastName }) : words.formerMember
  throw new Refusal(words.overtaken(decisionSentence(last), by))
}

function refuseClosedGates(plg: Standing, to: Target): void {
  const missing = missingFor(gatesBetween(plg.kind, plg.phase, to), plg)
  if (missing.length > 0)
    throw new Refusal(gateRefusal(missing), to === 'closed' || to === 'next_cycle' ? '' : 'phase')
}

async function writeDown(
  actor: Actor,
  plgId: string,
  { kind, from, to, cycle, note }: Step,
  publish: Publish,
): Promise<void> {
  const decisionId = await sql.insertDecision({
    ...{ plgId, kind, cycle, fromPhase: from, toPhase: to, text: note },
    decidedBy: actor.id,
    at: now(),
  })
  publish(cycleDecided({ plgId, decisionId, actorId: actor.id }))
}
