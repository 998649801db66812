import { expect, test } from 'vitest'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import type { Actor } from '#server/auth/actor.ts'
import { may } from './policy.ts'

const actor = (role: Actor['memberships'][number]['role']): Actor => ({
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [{ role, schoolId: 'school', state: 'confirmed' }],
})

test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s opens only the own bell', (role) => {
  expect(may.open(actor(role), { personId: 'me' })).toBe(true)
  expect(may.open(actor(role), { personId: 'somebody-else' })).toBe(false)
})
