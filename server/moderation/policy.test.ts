import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { may } from './policy.ts'

const actor = (
  role: Actor['memberships'][number]['role'],
  state: 'pending' | 'confirmed' = 'confirmed',
): Actor => ({
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [
    { role, state, schoolId: (SCHOOL_ROLES as readonly string[]).includes(role) ? 'school' : null },
  ],
})

describe.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s', (role) => {
  test('works at the desk only as confirmed staff of the SMZ', () => {
    expect(may.handle(actor(role))).toBe(role === 'smz_staff')
    expect(may.handle(actor(role, 'pending'))).toBe(false)
  })
  test('reports what may be read and nothing else', () => {
    expect(may.report(actor(role), { isReadable: true })).toBe(true)
    expect(may.report(actor(role), { isReadable: false })).toBe(false)
  })
  test('reads the answer to the own report only', () => {
    expect(may.readAnswer(actor(role), { reporterId: 'me' })).toBe(true)
    expect(may.readAnswer(actor(role), { reporterId: 'somebody-else' })).toBe(false)
    expect(may.readAnswer(actor(role), { reporterId: null })).toBe(false)
  })
})
