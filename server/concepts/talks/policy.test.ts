import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { TALK_STATES, type TalkState } from './contract.ts'
import { may, rounds, sideOf, type TalkFacts } from './policy.ts'

type Role = SchoolRole | NetworkRole
const actor = (
  role: Role,
  schoolId: string | null = null,
  state: 'confirmed' | 'pending' = 'confirmed',
): Actor => ({
  ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, schoolId, state }],
})
const twice = (one: Actor, other: Actor): Actor => ({
  ...one,
  memberships: [...one.memberships, ...other.memberships],
})

const PEOPLE = {
  principal: actor('principal', 'own'),
  deputy: actor('deputy_principal', 'own'),
  officer: actor('digital_officer', 'own'),
  teacher: actor('teacher', 'own'),
  otherPrincipal: actor('principal', 'other'),
  pendingPrincipal: actor('principal', 'own', 'pending'),
  authority: actor('school_authority_staff'),
  releaseManager: actor('release_manager'),
  smz: actor('smz_staff'),
  adviser: actor('media_advisor'),
  operator: actor('operator'),
  inspector: actor('school_inspector'),
  // Speaks for the school; nobody signs for both.
  both: twice(actor('principal', 'own'), actor('school_authority_staff')),
  // Neither for the school nor against it.
  teachesThere: twice(actor('teacher', 'own'), actor('school_authority_staff')),
} satisfies Record<string, Actor>
type Person = keyof typeof PEOPLE

const BEFORE = { school: 'plan prepareSchool share', authority: 'plan prepareAuthority close' }
/** Before the talk has begun, without a shared version; what more there is stands below. */
const SIDES: Record<'head' | 'officer' | 'authority', Record<TalkState, string>> = {
  head: {
    ...{ open: BEFORE.school, scheduled: BEFORE.school, prepared: BEFORE.school },
    ...{ held: 'conclude settle signSchool', agreed: 'settle takeOver', closed: '' },
  },
  officer: {
    ...{ open: BEFORE.school, scheduled: BEFORE.school, prepared: BEFORE.school },
    ...{ held: 'conclude settle', agreed: 'settle takeOver', closed: '' },
  },
  authority: {
    ...{ open: BEFORE.authority, scheduled: BEFORE.authority, prepared: BEFORE.authority },
    ...{ held: 'conclude settle signAuthority close', agreed: 'settle close', closed: '' },
  },
}
const PARTS: Partial<Record<Person, keyof typeof SIDES>> = {
  ...{ principal: 'head', deputy: 'head', both: 'head', officer: 'officer' },
  ...{ authority: 'authority', releaseManager: 'authority' },
}
const READS_RESULT: Person[] = ['teacher', 'teachesThere']

function expected(person: Person, state: TalkState, isInvited: boolean): string[] {
  const part = PARTS[person]
  if (part) return ['see', ...SIDES[part][state].split(' ').filter(Boolean)]
  const isReader = READS_RESULT.includes(person) && state === 'agreed'
  return (isInvited && person !== 'pendingPrincipal') || isReader ? ['see'] : []
}

const allowed = (who: Actor, facts: TalkFacts) =>
  Object.entries(may)
    .filter(([, rule]) => rule(who, facts))
    .map(([act]) => act)
    .sort()

test.each(
  (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
    TALK_STATES.flatMap((state) =>
      [true, false].map((isInvited) => ({ person, state, isInvited })),
    ),
  ),
)('$person at a talk that is $state, invited: $isInvited', ({ person, state, isInvited }) => {
  const who = PEOPLE[person]
  const facts: TalkFacts = {
    ...{ schoolId: 'own', state, isInvited, hasBegun: false, isShared: false, isTakenOver: false },
    isAgreed: state === 'agreed',
  }
  const acts = expected(person, state, isInvited)
  expect(allowed(who, facts)).toEqual([...acts].sort())
  const isBefore = ['open', 'scheduled', 'prepared'].includes(state)
  const begun = isBefore && PARTS[person] ? ['hold'] : []
  expect(allowed(who, { ...facts, hasBegun: true })).toEqual([...acts, ...begun].sort())
  // What is shared both sides read, and only the school takes it back, before the talk.
  const shared = acts
    .map((act) => (act === 'share' ? 'unshare' : act))
    .concat(PARTS[person] ? ['readShared'] : [])
  expect(allowed(who, { ...facts, isShared: true })).toEqual(shared.sort())
  expect(allowed(who, { ...facts, isTakenOver: true })).toEqual(
    acts.filter((act) => act !== 'takeOver').sort(),
  )
})

test('what both signed is read and settled after its end, and no more', () => {
  const facts: TalkFacts = {
    ...{ schoolId: 'own', state: 'closed', isInvited: false, hasBegun: true, isShared: false },
    ...{ isTakenOver: false, isAgreed: true },
  }
  expect(allowed(PEOPLE.principal, facts)).toEqual(['see', 'settle', 'takeOver'])
  expect(allowed(PEOPLE.authority, facts)).toEqual(['see', 'settle'])
  expect(allowed(PEOPLE.teacher, facts)).toEqual(['see'])
  expect(allowed(PEOPLE.smz, facts)).toEqual([])
})

test.each(Object.keys(PEOPLE) as Person[])('rounds and talks in between: %s', (person) => {
  const who = PEOPLE[person]
  const isAmt = ['authority', 'releaseManager', 'both', 'teachesThere'].includes(person)
  const isSchool = ['principal', 'deputy', 'officer', 'both'].includes(person)
  expect(rounds.open(who, {})).toBe(isAmt)
  expect(rounds.call(who, { schoolId: 'own' })).toBe(isAmt || isSchool)
  expect(sideOf(who, { schoolId: 'own' })).toBe(
    isSchool ? 'school' : isAmt && person !== 'teachesThere' ? 'authority' : null,
  )
})
