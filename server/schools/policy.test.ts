import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { may } from './policy.ts'

const HERE = 'here'

function actor(role: string, schoolId: string | null, state = 'confirmed'): Actor {
  const memberships = [{ role, schoolId, state }] as Actor['memberships']
  return { id: 'a', sessionId: 's', firstName: 'A', lastName: 'B', isWelcomed: true, memberships }
}

test.each(NETWORK_ROLES)('%s: only operators administrate schools', (role) => {
  expect(may.administrate(actor(role, null))).toBe(role === 'operator')
  expect(may.lookAfter(actor(role, null), { id: HERE })).toBe(false)
})

test.each(SCHOOL_ROLES)(
  '%s: the Schulleitung and digital officers look after their school',
  (role) => {
    const looksAfter = ['principal', 'deputy_principal', 'digital_officer'].includes(role)
    expect(may.lookAfter(actor(role, HERE), { id: HERE })).toBe(looksAfter)
    expect(may.lookAfter(actor(role, 'elsewhere'), { id: HERE })).toBe(false)
    expect(may.administrate(actor(role, HERE))).toBe(false)
  },
)

test('who waits to be confirmed may nothing', () => {
  expect(may.administrate(actor('operator', null, 'pending'))).toBe(false)
  expect(may.lookAfter(actor('principal', HERE, 'pending'), { id: HERE })).toBe(false)
})
