import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { may } from './policy.ts'

const actor = (state: 'confirmed' | 'pending'): Actor => ({
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [{ role: 'teacher', schoolId: 's', state }],
})

const table: [read: boolean, change: boolean, state: 'confirmed' | 'pending', allowed: string[]][] =
  [
    [true, true, 'confirmed', ['see', 'relate']],
    [true, false, 'confirmed', ['see']],
    [false, true, 'confirmed', []],
    [false, false, 'confirmed', []],
    [true, true, 'pending', []],
  ]

test.each(table)('reads %s, changes %s, %s: may %j', (canRead, canChange, state, allowed) => {
  const standing = { canRead, canChange, plgId: null }
  const acts = Object.entries(may).filter(([, rule]) => rule(actor(state), standing))
  expect(acts.map(([act]) => act)).toEqual(allowed)
})
