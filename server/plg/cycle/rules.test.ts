import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FINDABLE_KINDS, KINDS, type Phase, PHASES } from '../contract.ts'
import type { Gate } from './contract.ts'
import {
  checksOf,
  type GateFacts,
  gatesBetween,
  mayDissolve,
  missingFor,
  nextGate,
  obstacle,
} from './rules.ts'

const open: GateFacts = {
  ...{ agreedSchools: 2, norms: 1, sessions: 1, unknownSoftware: [] },
  ...{ reports: 1, unreported: [], withoutSheet: [] },
}

/** The gates on every way there is, written down by hand: rows from, columns to. */
const WAYS: Record<Phase, string[]> = {
  //         idea forming focus design trial   evaluate transfer closed
  idea: ['', '', '1', '1', '1 2', '1 2', '1 2', '1 2 3'],
  forming: ['', '', '1', '1', '1 2', '1 2', '1 2', '1 2 3'],
  focus: ['', '', '', '', '2', '2', '2', '2 3'],
  design: ['', '', '', '', '2', '2', '2', '2 3'],
  trial: ['', '', '', '', '', '', '', '3'],
  evaluate: ['', '', '', '', '', '', '', '3'],
  transfer: ['', '', '', '', '', '', '', '3'],
  closed: ['', '', '', '', '', '', '', ''],
}
const ALL_WAYS = PHASES.flatMap((from) =>
  PHASES.map((to, at) => ({ from, to, gates: WAYS[from][at] ?? '' })),
)

describe('gates on the way', () => {
  test.each(ALL_WAYS)('$from -> $to: $gates', ({ from, to, gates }) => {
    const numbers = (found: Gate[]) => found.map((gate) => gate.slice(1)).join(' ')
    for (const kind of FINDABLE_KINDS) expect(numbers(gatesBetween(kind, from, to))).toBe(gates)
    expect(gatesBetween('supervision', from, to)).toEqual([])
    expect(gatesBetween('principals_circle', from, to)).toEqual([])
  })

  test('a new cycle asks what closing asks', () => {
    for (const kind of KINDS)
      for (const from of PHASES)
        expect(gatesBetween(kind, from, 'next_cycle')).toEqual(gatesBetween(kind, from, 'closed'))
  })

  test('no way around by going in steps: jumping asks for the sum of the steps', () => {
    const phase = fc.constantFrom(...PHASES)
    fc.assert(
      fc.property(phase, phase, phase, (from, over, to) => {
        const direct = gatesBetween('plg', from, to)
        const inSteps = new Set([
          ...gatesBetween('plg', from, over),
          ...gatesBetween('plg', over, to),
        ])
        for (const gate of direct) expect(inSteps).toContain(gate)
      }),
    )
  })

  test('the next one is told beforehand', () => {
    expect(PHASES.map((phase) => nextGate('plg', phase))).toEqual([
      ...['g1', 'g1', 'g2', 'g2', 'g3', 'g3', 'g3'],
      null,
    ])
    expect(nextGate('supervision', 'forming')).toBeNull()
  })
})

describe('what the gates ask', () => {
  const missing = (gate: Gate, facts: Partial<GateFacts>) =>
    missingFor([gate], { ...open, ...facts }).map(({ key }) => key)

  test('all is there', () => {
    for (const gate of ['g1', 'g2', 'g3'] as const) expect(missing(gate, {})).toEqual([])
    expect(checksOf('g1', open)).toHaveLength(3)
  })
  test.each([
    ['g1', { agreedSchools: 1 }, ['consents']],
    ['g1', { norms: 0 }, ['norms']],
    ['g1', { sessions: 0 }, ['first_session']],
    ['g1', { agreedSchools: 0, norms: 0, sessions: 0 }, ['consents', 'norms', 'first_session']],
    ['g2', { unknownSoftware: ['A'] }, ['known_software']],
    ['g3', { reports: 0 }, ['closing_reports']],
    ['g3', { reports: 2, unreported: ['A'] }, ['closing_reports']],
    ['g3', { withoutSheet: ['A'] }, ['transfer_sheets']],
  ] as [Gate, Partial<GateFacts>, string[]][])('%s with %o lacks %o', (gate, facts, keys) => {
    expect(missing(gate, facts)).toEqual(keys)
  })
})

test('only who has never begun may dissolve without results', () => {
  for (const phase of PHASES) {
    expect(mayDissolve(phase, false)).toBe(phase === 'idea' || phase === 'forming')
    expect(mayDissolve(phase, true)).toBe(false)
  }
})

test('a closed group decides nothing, a paused one only about its pause and its end', () => {
  const at = (phase: Phase, isPaused: boolean) => ({ phase, isPaused, cycle: 1 })
  for (const act of ['move', 'pause', 'resume', 'close', 'nextCycle'] as const) {
    expect(obstacle(act, at('closed', false))).toBe('closed')
    expect(obstacle(act, at('trial', false))).toBeUndefined()
    const isHeld = act === 'move' || act === 'nextCycle'
    expect(obstacle(act, at('trial', true))).toBe(isHeld ? 'paused' : undefined)
  }
})
