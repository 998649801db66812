import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { DATE_STATES, type DateState } from '../contract.ts'
import { may } from './policy.ts'

const actor = (
  role: SchoolRole | NetworkRole,
  schoolId: string | null,
  state = 'confirmed',
): Actor =>
  ({
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [{ role, schoolId, state }],
  }) as Actor
const PEOPLE: Record<string, Actor> = {
  smz: actor('smz_staff', null),
  waiting: actor('smz_staff', null, 'pending'),
  facilitator: actor('facilitator', null),
  operator: actor('operator', null),
  authority: actor('school_authority_staff', null),
  teacher: actor('teacher', 'own'),
  principal: actor('principal', 'own'),
}

const WHEN: Record<string, DateState[]> = {
  prepare: ['confirmed'],
  handOut: ['confirmed', 'prepared'],
  undoHandOut: ['out'],
  markNoShow: ['confirmed', 'prepared'],
  takeBack: ['out', 'partly_back'],
  undoFinish: ['back', 'closed'],
}

test.each(Object.entries(PEOPLE))(
  '%s stands at the counter or does not, whatever the state',
  (name, one) => {
    const isStaff = name === 'smz'
    expect(may.stand(one, {})).toBe(isStaff)
    for (const [act, states] of Object.entries(WHEN))
      for (const state of DATE_STATES) {
        const rule = may[act as 'handOut']
        const expected = isStaff && states.includes(state)
        expect([act, state, rule(one, { state, hasBegun: true })]).toEqual([act, state, expected])
      }
  },
)

test('nobody is missed before the day has come', () => {
  const facts = { state: 'confirmed', hasBegun: false } as const
  expect(may.markNoShow(actor('smz_staff', null), facts)).toBe(false)
})

test.each(DATE_STATES)('a problem of one’s own loan that is %s', (state) => {
  const booking = { personId: 'p', createdBy: null, schoolId: 'own' }
  const isOut = state === 'out' || state === 'partly_back'
  const says = (who: keyof typeof PEOPLE, of = booking) => {
    const one = PEOPLE[who]
    return one !== undefined && may.report(one, { booking: of, state })
  }
  expect(says('teacher')).toBe(isOut)
  expect(says('smz')).toBe(false)
  expect(says('waiting')).toBe(false)
  expect(says('teacher', { ...booking, personId: 'other' })).toBe(false)
  expect(says('principal', { ...booking, personId: 'other' })).toBe(false)
})
