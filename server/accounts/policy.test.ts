import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES, type SchoolRole } from '#server/auth/contract.ts'
import type { Role } from './contract.ts'
import { may } from './policy.ts'

const HERE = 'school-here'
const THERE = 'school-there'

function actor(role: Role | null, schoolId: string | null, state: 'pending' | 'confirmed') {
  return {
    id: 'me',
    sessionId: 's',
    firstName: 'Kim',
    lastName: 'Muster',
    isWelcomed: true,
    memberships: role ? [{ role, schoolId, state }] : [],
  } as Actor
}

/** Everybody there can be: each role here, each role at another school, waiting ones, offices, nobody. */
const EVERYBODY: [string, Actor][] = [
  ['nobody', actor(null, null, 'confirmed')],
  ...SCHOOL_ROLES.flatMap((role): [string, Actor][] => [
    [`${role} here`, actor(role, HERE, 'confirmed')],
    [`${role} elsewhere`, actor(role, THERE, 'confirmed')],
    [`${role} waiting`, actor(role, HERE, 'pending')],
  ]),
  ...NETWORK_ROLES.map((role): [string, Actor] => [role, actor(role, null, 'confirmed')]),
]

const LEADING = ['principal here', 'deputy_principal here', 'smz_staff', 'operator']
const CONFIRMING = ['digital_officer here', ...LEADING]
const STANDING_IN = ['smz_staff', 'operator']

const DECIDE: Record<SchoolRole, string[]> = {
  teacher: CONFIRMING,
  trainee: CONFIRMING,
  first_level_admin: CONFIRMING,
  digital_officer: LEADING,
  deputy_principal: LEADING,
  principal: STANDING_IN,
}

describe('who decides about a role at a school', () => {
  test.each(SCHOOL_ROLES)('%s', (role) => {
    const allowed = EVERYBODY.filter(([, who]) =>
      may.decide(who, { schoolId: HERE, role, personId: 'somebody' }),
    )
    expect(allowed.map(([name]) => name).sort()).toEqual([...DECIDE[role]].sort())
  })

  test('nobody about themselves', () => {
    for (const [, who] of EVERYBODY)
      for (const role of SCHOOL_ROLES)
        expect(may.decide(who, { schoolId: HERE, role, personId: who.id })).toBe(false)
  })

  test('nobody about an office', () => {
    for (const [, who] of EVERYBODY)
      for (const role of NETWORK_ROLES)
        expect(may.decide(who, { schoolId: null, role, personId: 'somebody' })).toBe(false)
  })
})

const TABLE: [string, (who: Actor) => boolean, string[]][] = [
  [
    'sees the people of a school',
    (who) => may.seePeopleOfSchool(who, { schoolId: HERE }),
    CONFIRMING,
  ],
  ['administrates', (who) => may.administrate(who), ['operator']],
  ['switches somebody off', (who) => may.switchOff(who, { personId: 'somebody' }), ['operator']],
  ['switches themselves off', (who) => may.switchOff(who, { personId: who.id }), []],
  [
    'leaves an office',
    (who) => may.leave(who, { schoolId: null, role: 'operator', personId: who.id }),
    [],
  ],
  [
    'ends the place of somebody else by leaving',
    (who) => may.leave(who, { schoolId: HERE, role: 'teacher', personId: 'somebody' }),
    [],
  ],
]

test.each(TABLE)('%s', (_, ask, wanted) => {
  const allowed = EVERYBODY.filter(([, who]) => ask(who)).map(([name]) => name)
  expect(allowed.sort()).toEqual([...wanted].sort())
})

test('everybody may leave their own place', () => {
  for (const [, who] of EVERYBODY)
    expect(may.leave(who, { schoolId: HERE, role: 'teacher', personId: who.id })).toBe(true)
})
