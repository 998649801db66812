import { schoolHolidaysOn } from '#server/schools/calendar/contract.ts'
import { KIND_DEFAULTS, type Kind, type Phase } from '../contract.ts'
import type { Check } from '../cycle/contract.ts'
import { checksOf, type GateFacts, nextGate } from '../cycle/rules.ts'
import { type SignalKey, WEEKS_FOR_CONSENT, WEEKS_WITHOUT_DATE } from './contract.ts'

const DAY = 24 * 60 * 60_000
/** More is never asked. */
const FAR_ENOUGH = 400

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Have at least so many days outside the school holidays gone by? Days are local ones. */
export function haveSchoolDaysPassed(from: string, to: string, days: number): boolean {
  let passed = 0
  let at = Date.parse(`${from}T00:00:00Z`) + DAY
  for (let i = 0; i < FAR_ENOUGH && dayOf(at) <= to; i++, at += DAY)
    if (!schoolHolidaysOn(dayOf(at)) && ++passed >= days) return true
  // What lies further back than anybody counts is long ago.
  return dayOf(at) <= to
}

export type Facts = {
  kind: Kind
  phase: Phase
  isPaused: boolean
  phaseUntil: string | null
  hasNextSession: boolean
  /** Local days: of the last meeting or of the founding; of the oldest consent nobody has given or refused. */
  lastMet: string
  consentOpenSince: string | null
  today: string
}

/** The phases directly before a gate. */
const BEFORE_GATE: readonly Phase[] = ['forming', 'design', 'transfer']

/** What is missing at the gate a PLG stands before; empty when it is still on its way there. */
export function missingAtGate(kind: Kind, phase: Phase, facts: GateFacts): Check[] {
  const gate = BEFORE_GATE.includes(phase) ? nextGate(kind, phase) : null
  return gate === null ? [] : checksOf(gate, facts).filter(({ isMet }) => !isMet)
}

/** Where a PLG seems to be stuck. A pause is no trouble, and neither is an idea or an end. */
export function signalsOf(facts: Facts, missing: Check[]): SignalKey[] {
  const { phase, isPaused, phaseUntil, today } = facts
  if (isPaused || phase === 'idea' || phase === 'closed') return []
  const signals: [SignalKey, boolean][] = [
    [
      'no_date',
      !facts.hasNextSession && haveSchoolDaysPassed(facts.lastMet, today, WEEKS_WITHOUT_DATE * 7),
    ],
    ['phase_over', phaseUntil !== null && phaseUntil < today],
    [
      'consent_open',
      !KIND_DEFAULTS[facts.kind].isWalled &&
        facts.consentOpenSince !== null &&
        daysBetween(facts.consentOpenSince, today) >= WEEKS_FOR_CONSENT * 7,
    ],
    ['gate_missing', missing.length > 0],
  ]
  return signals.filter(([, isOn]) => isOn).map(([key]) => key)
}

const daysBetween = (from: string, to: string) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY
