import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { DATE_STATES, type DateState } from '../contract.ts'
import { acts, type DateFacts } from './policy.ts'

type Given = { id?: string; schoolId?: string | null; state?: 'confirmed' | 'pending' }

const actor = (
  role: SchoolRole | NetworkRole,
  { id = 'other', schoolId = 'school', state = 'confirmed' }: Given = {},
): Actor => ({
  ...{ id, sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, schoolId, state }],
})
const office = (role: NetworkRole) => actor(role, { schoolId: null })

const PEOPLE = {
  owner: actor('teacher', { id: 'owner' }),
  typist: actor('teacher', { id: 'typist' }),
  colleague: actor('teacher'),
  digitalOfficer: actor('digital_officer'),
  principal: actor('principal'),
  deputy: actor('deputy_principal'),
  otherPrincipal: actor('principal', { schoolId: 'elsewhere' }),
  pendingOwner: actor('teacher', { id: 'owner', state: 'pending' }),
  smz: office('smz_staff'),
  facilitator: office('facilitator'),
  authority: office('school_authority_staff'),
  operator: office('operator'),
}
type Person = keyof typeof PEOPLE

const TIMES = {
  before: { hasBegun: false, isOver: false },
  during: { hasBegun: true, isOver: false },
  after: { hasBegun: true, isOver: true },
}
type Time = keyof typeof TIMES

const OWN: Partial<Record<DateState, Partial<Record<Time, string>>>> = {
  requested: { before: 'cancel edit move rearrange', during: 'edit', after: 'edit' },
  confirmed: { before: 'cancel edit move rearrange', during: 'edit', after: 'edit' },
  prepared: { before: 'cancel edit', during: 'edit', after: 'edit' },
  out: { before: 'edit extend', during: 'edit extend', after: 'edit' },
  partly_back: { before: 'edit extend', during: 'edit extend', after: 'edit' },
  cancelled: { before: 'restore' },
}
const SMZ: typeof OWN = {
  requested: {
    before: 'approve cancel edit move rearrange reject',
    during: 'cancel edit reject',
    after: 'edit reject',
  },
  confirmed: { before: 'cancel edit move rearrange', during: 'cancel edit', after: 'edit' },
  prepared: { before: 'cancel edit move', during: 'cancel edit', after: 'edit' },
  out: { before: 'edit extend', during: 'edit extend', after: 'edit extend' },
  partly_back: { before: 'edit extend', during: 'edit extend', after: 'edit extend' },
  cancelled: { before: 'restore' },
}
const HEAD: typeof OWN = {
  requested: { before: 'consent reject', during: 'reject', after: 'reject' },
}
const TABLE: Partial<Record<Person, typeof OWN>> = {
  ...{ owner: OWN, typist: OWN, smz: SMZ, principal: HEAD, deputy: HEAD },
}

const factsAt = (state: DateState, time: Time): DateFacts => ({
  ...{ personId: 'owner', createdBy: 'typist', schoolId: 'school', state, isLoan: true },
  ...{ isRecent: true, needsPrincipal: true, hasPrincipal: false },
  ...TIMES[time],
})
const allowed = (who: Actor, facts: DateFacts) =>
  Object.entries(acts)
    .filter(([, rule]) => rule(who, facts))
    .map(([name]) => name)
    .toSorted()
    .join(' ')

describe.each(Object.keys(PEOPLE) as Person[])('%s', (person) => {
  test.each(
    DATE_STATES.flatMap((state) => (Object.keys(TIMES) as Time[]).map((time) => ({ state, time }))),
  )('at a date that is $state, $time', ({ state, time }) => {
    // What is not written there is refused.
    expect(allowed(PEOPLE[person], factsAt(state, time))).toBe(TABLE[person]?.[state]?.[time] ?? '')
  })
})

test('without a rule that asks for it no Schulleitung has a word, and one agrees once', () => {
  const facts = factsAt('requested', 'before')
  expect(allowed(PEOPLE.principal, { ...facts, needsPrincipal: false })).toBe('')
  expect(allowed(PEOPLE.principal, { ...facts, hasPrincipal: true })).toBe('reject')
  expect(allowed(PEOPLE.principal, { ...facts, schoolId: null })).toBe('')
})

test('what was called off long ago stays so, and a use in the lab is not kept longer', () => {
  for (const who of [PEOPLE.owner, PEOPLE.smz]) {
    expect(allowed(who, { ...factsAt('cancelled', 'before'), isRecent: false })).toBe('')
    expect(allowed(who, { ...factsAt('out', 'during'), isLoan: false })).toBe('edit')
  }
})
