import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { REVIEW_STATES } from '../cases/contract.ts'
import { may } from './policy.ts'

type Role = Actor['memberships'][number]['role']
const ROLES = [...SCHOOL_ROLES, ...NETWORK_ROLES]
const isOffice = (role: Role) => (NETWORK_ROLES as readonly string[]).includes(role)
const actor = (role: Role, state: 'pending' | 'confirmed' = 'confirmed'): Actor => ({
  ...{ id: 'me', sessionId: '', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, state, schoolId: isOffice(role) ? null : 'school' }],
})

const REVIEWERS = ['smz_staff', 'media_advisor', 'school_dpo']
const TABLE = {
  visit: [...REVIEWERS, 'release_manager'],
  triage: REVIEWERS,
  work: REVIEWERS,
  decide: ['school_dpo'],
  keepBlocks: ['school_dpo'],
} satisfies Record<keyof typeof may, string[]>
const OF_ONE_CASE = ['work', 'decide']

test.each(
  (Object.keys(TABLE) as (keyof typeof TABLE)[]).flatMap((act) =>
    ROLES.map((role) => ({ act, role })),
  ),
)('$act by $role', ({ act, role }) => {
  for (const state of REVIEW_STATES) {
    const others = { state, requestedBy: 'somebody' }
    const isAllowed = TABLE[act].includes(role)
    expect(may[act](actor(role), others)).toBe(isAllowed)
    expect(may[act](actor(role, 'pending'), others)).toBe(false)
    // What one proposed oneself one only reads.
    const own = may[act](actor(role), { state, requestedBy: 'me' })
    expect(own).toBe(isAllowed && !OF_ONE_CASE.includes(act))
  }
})
