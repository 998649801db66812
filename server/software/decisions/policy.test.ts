import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { VERDICTS } from '../standing/contract.ts'
import { DECISIONS, RELEASE_MODES, RELEASE_STEPS } from './contract.ts'
import { may } from './policy.ts'
import { canFollow, courseOf, deviates, isInside, pilotEnd, type ReleaseState } from './rules.ts'

type Role = Actor['memberships'][number]['role']
const ROLES = [...SCHOOL_ROLES, ...NETWORK_ROLES]
const isOffice = (role: Role) => (NETWORK_ROLES as readonly string[]).includes(role)
const actor = (role: Role, state: 'pending' | 'confirmed' = 'confirmed'): Actor => ({
  ...{ id: 'me', sessionId: '', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, state, schoolId: isOffice(role) ? null : 'school' }],
})

const STATES: ReleaseState[] = ['running', 'suspended', 'ended']
const POSSIBLE = ['running suspend', 'running withdraw', 'suspended resume', 'suspended withdraw']

describe.each(ROLES)('%s', (role) => {
  const isManager = role === 'release_manager'
  test.each(STATES.flatMap((state) => RELEASE_STEPS.map((step) => ({ state, step }))))(
    '$state: $step',
    ({ state, step }) => {
      const isPossible = POSSIBLE.includes(`${state} ${step}`)
      expect(may.step(actor(role), { step, state })).toBe(
        isPossible && (isManager || role === 'school_dpo'),
      )
      expect(may.step(actor(role, 'pending'), { step, state })).toBe(false)
    },
  )

  test('proposals: never about what one asked for, never alone', () => {
    const other = { proposedBy: 'other', requestedBy: null }
    expect(may.deviate(actor(role), { requestedBy: null })).toBe(isManager)
    expect(may.deviate(actor(role), { requestedBy: 'me' })).toBe(false)
    expect(may.confirm(actor(role), other)).toBe(isManager)
    expect(may.confirm(actor(role), { ...other, proposedBy: 'me' })).toBe(false)
    expect(may.confirm(actor(role), { ...other, requestedBy: 'me' })).toBe(false)
    expect(may.takeBack(actor(role), other)).toBe(false)
    expect(may.takeBack(actor(role), { ...other, proposedBy: 'me' })).toBe(isManager)
    for (const rule of [may.confirm, may.takeBack])
      expect(rule(actor(role, 'pending'), { ...other, proposedBy: 'me' })).toBe(false)
  })

  test('a pilot is reported by those who work in its Vorhaben, or by a release manager', () => {
    for (const isInProject of [true, false]) {
      const facts = { isPilot: true, isInProject }
      expect(may.reportPilot(actor(role), facts)).toBe(isInProject || isManager)
      expect(may.reportPilot(actor(role), { ...facts, isPilot: false })).toBe(false)
    }
  })
})

test('what an opinion leads to, by each rule of release', () => {
  const table = RELEASE_MODES.flatMap((mode) =>
    [null, 'project'].map((project) => VERDICTS.map((one) => courseOf(one, mode, project)).join()),
  )
  expect(table).toEqual([
    'release,release,release,wait,end,none',
    'release,release,release,pilot,end,none',
    'wait,wait,wait,wait,end,none',
    'wait,wait,wait,wait,end,none',
  ])
})

test('which decision can follow which opinion', () => {
  const possible = VERDICTS.map((verdict) => DECISIONS.filter((one) => canFollow(one, verdict)))
  const all = [...DECISIONS]
  expect(possible).toEqual([all, all, all, ['pilot', 'refuse'], ['refuse'], ['refuse']])
})

test('more than the opinion allows: longer, without an obligation, for all instead of a pilot', () => {
  const condition = { id: 'a', kind: 'offline_only', text: '', isMandatory: true } as const
  const opinion = {
    ...{ id: 'o', scenarioId: 's', verdict: 'no_objection_with_conditions' as const },
    ...{ conditions: [condition], recommendedUntil: '2027-07-31' },
  }
  const same = { kind: 'general' as const, conditions: [condition], validUntil: '2027-07-31' }
  expect(deviates(opinion, same)).toBe(false)
  expect(deviates(opinion, { ...same, validUntil: '2027-08-01' })).toBe(true)
  expect(deviates(opinion, { ...same, conditions: [] })).toBe(true)
  expect(deviates({ ...opinion, verdict: 'pilot_only' }, same)).toBe(true)
  expect(deviates({ ...opinion, verdict: 'objection' }, same)).toBe(true)
})

test('a frame inside another: no forms and no years mean all of them', () => {
  const all = { schoolForms: [], gradeMin: null, gradeMax: null }
  const narrow = { schoolForms: ['primary'], gradeMin: 3, gradeMax: 4 }
  expect(isInside(narrow, all)).toBe(true)
  expect(isInside(all, narrow)).toBe(false)
  expect(isInside({ ...narrow, gradeMax: 5 }, narrow)).toBe(false)
  expect(isInside({ ...all, gradeMin: 9, gradeMax: 8 }, all)).toBe(false)
})

test('the end of a pilot', () => {
  expect(pilotEnd('2026-08-31', null)).toBe('2027-02-28')
  expect(pilotEnd('2026-08-31', '2026-12-01')).toBe('2026-12-01')
  expect(pilotEnd('2026-08-31', '2030-12-01')).toBe('2027-02-28')
})
