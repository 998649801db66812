import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { NEED_STATES } from './contract.ts'
import { may } from './policy.ts'

const actor = (
  role: SchoolRole | NetworkRole,
  schoolId: string | null = null,
  state: 'confirmed' | 'pending' = 'confirmed',
): Actor => ({
  ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, schoolId, state }],
})

const SCHOOL = 'see count need changeNeed'
const AMT = 'manage see count decideNeed seeReport'

test.each([
  ['principal', actor('principal', 'own'), SCHOOL],
  ['deputy', actor('deputy_principal', 'own'), SCHOOL],
  ['digital officer', actor('digital_officer', 'own'), SCHOOL],
  ['teacher', actor('teacher', 'own'), 'see'],
  ['trainee', actor('trainee', 'own'), 'see'],
  ['principal of another school', actor('principal', 'other'), ''],
  ['pending principal', actor('principal', 'own', 'pending'), ''],
  ['Amt', actor('school_authority_staff'), AMT],
  ['Amt, releases', actor('release_manager'), AMT],
  ['SMZ', actor('smz_staff'), ''],
  ['media adviser', actor('media_advisor'), ''],
  ['operator', actor('operator'), ''],
  ['inspector', actor('school_inspector'), ''],
])('equipment of a school: %s', (_, who, acts) => {
  for (const state of NEED_STATES) {
    const facts = { schoolId: 'own', state }
    const allowed = Object.entries(may)
      .filter(([, rule]) => rule(who, facts))
      .map(([act]) => act)
    const isOpen = state === 'noted' || state === 'in_talk'
    const expected = acts.split(' ').filter((act) => act && (isOpen || act !== 'changeNeed'))
    expect(allowed.sort()).toEqual(expected.sort())
  }
})
