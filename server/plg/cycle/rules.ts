import { type Kind, KIND_DEFAULTS, type Phase, PHASES, SCHOOLS_FOR_FOCUS } from '../contract.ts'
import type { Check, CheckKey, CycleAct, Gate } from './contract.ts'

/** What the gates look at; plain facts of many areas, read under the lock of the PLG. */
export type GateFacts = {
  agreedSchools: number
  norms: number
  sessions: number
  unknownSoftware: string[]
  reports: number
  unreported: string[]
  withoutSheet: string[]
}

/** The first phase behind each gate. */
const BEHIND: Record<Gate, Phase> = { g1: 'focus', g2: 'trial', g3: 'closed' }
const place = (phase: Phase) => PHASES.indexOf(phase)

/** The end of a cycle is behind all phases, whether the PLG closes or begins anew. */
export type Target = Phase | 'next_cycle'
const placeOf = (target: Target) => place(target === 'next_cycle' ? 'closed' : target)

/**
 * The gates one passes on the way. Back there are none; ahead there are all in between, however far one jumps.
 * Walled groups have none: no school consents to them, and nothing leaves them.
 */
export function gatesBetween(kind: Kind, from: Phase, to: Target): Gate[] {
  if (KIND_DEFAULTS[kind].isWalled) return []
  const gates: Gate[] = ['g1', 'g2', 'g3']
  return gates.filter((gate) => {
    const gatePlace = place(BEHIND[gate])
    return place(from) < gatePlace && gatePlace <= placeOf(to)
  })
}

/** The gate a PLG comes to next; null behind the last one. */
export function nextGate(kind: Kind, phase: Phase): Gate | null {
  return gatesBetween(kind, phase, 'closed')[0] ?? null
}

/** The check list of a gate. */
export function checksOf(gate: Gate, facts: GateFacts): Check[] {
  const check = (key: CheckKey, isMet: boolean, count: number, missing: string[] = []) => ({
    ...{ key, gate, isMet, count, missing },
  })
  if (gate === 'g1')
    return [
      check('consents', facts.agreedSchools >= SCHOOLS_FOR_FOCUS, facts.agreedSchools),
      check('norms', facts.norms > 0, facts.norms),
      check('first_session', facts.sessions > 0, facts.sessions),
    ]
  if (gate === 'g2') {
    const missing = facts.unknownSoftware
    return [check('known_software', missing.length === 0, missing.length, missing)]
  }
  const { reports, unreported, withoutSheet } = facts
  return [
    check('closing_reports', reports > 0 && unreported.length === 0, reports, unreported),
    check('transfer_sheets', withoutSheet.length === 0, withoutSheet.length, withoutSheet),
  ]
}

/** What is still missing on the way. */
export function missingFor(gates: Gate[], facts: GateFacts): Check[] {
  return gates.flatMap((gate) => checksOf(gate, facts)).filter(({ isMet }) => !isMet)
}

/** How a PLG stands when somebody decides about it. */
export type State = { phase: Phase; isPaused: boolean; cycle: number }

/** Why an act has no place now, whoever wants it; undefined when it has. */
export function obstacle(act: CycleAct, { phase, isPaused }: State) {
  if (phase === 'closed') return 'closed' as const
  if (isPaused && (act === 'move' || act === 'nextCycle')) return 'paused' as const
  return undefined
}

/**
 * A group that has never begun its work can dissolve without having anything to bring home. Going back to the
 * beginning does not open this door again: whoever has once passed the first gate brings its results.
 */
export function mayDissolve(phase: Phase, hasBegun: boolean): boolean {
  return place(phase) < place('focus') && !hasBegun
}
