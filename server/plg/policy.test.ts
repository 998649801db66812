import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import type { Joining, PlgRole, SeatState } from './contract.ts'
import { may, type PlgFacts, proveMember } from './policy.ts'

const OWN = 'school-of-theirs'

function actor(
  role: SchoolRole | NetworkRole,
  given: { schoolId?: string | null; state?: 'confirmed' | 'pending' } = {},
): Actor {
  const { schoolId = OWN, state = 'confirmed' } = given
  return {
    id: 'p',
    sessionId: 's',
    firstName: 'Kim',
    lastName: 'Muster',
    memberships: [{ role, schoolId, state }],
    isWelcomed: true,
  }
}
const office = (role: NetworkRole) => actor(role, { schoolId: null })
const seat = (role: PlgRole, state: SeatState = 'active') => ({ role, state })

/** Everybody who may come to the door, with their place in the PLG. */
const PEOPLE = {
  stranger: { actor: actor('teacher'), seat: null },
  requested: { actor: actor('teacher'), seat: seat('member', 'requested') },
  invited: { actor: actor('teacher'), seat: seat('member', 'invited') },
  member: { actor: actor('teacher'), seat: seat('member') },
  lead: { actor: actor('teacher'), seat: seat('lead') },
  guest: { actor: actor('teacher'), seat: seat('guest') },
  facilitator: { actor: office('facilitator'), seat: seat('facilitator') },
  // Whoever left or was removed has no live seat; for the rules that is a stranger.
  exMember: { actor: actor('teacher'), seat: null },
  digitalOfficer: { actor: actor('digital_officer'), seat: null },
  principal: { actor: actor('principal'), seat: null },
  deputy: { actor: actor('deputy_principal'), seat: null },
  invitedPrincipal: { actor: actor('principal'), seat: seat('member', 'invited') },
  smz: { actor: office('smz_staff'), seat: null },
  operator: { actor: office('operator'), seat: null },
  dpo: { actor: office('school_dpo'), seat: null },
  authority: { actor: office('release_manager'), seat: null },
  inspector: { actor: office('school_inspector'), seat: null },
  pending: { actor: actor('teacher', { state: 'pending' }), seat: null },
  // Was a member, then lost the only confirmed role.
  pendingMember: { actor: actor('teacher', { state: 'pending' }), seat: seat('lead') },
} satisfies Record<string, { actor: Actor; seat: PlgFacts['seat'] }>
type Person = keyof typeof PEOPLE

/** What each of them may, by the way one comes in. Whatever is not written here is refused. */
const ALLOWED: Record<Joining, Record<Person, string>> = {
  open: {
    stranger: 'visit see found join',
    requested: 'visit see found join withdraw',
    invited: 'visit see found answerInvitation',
    member: 'visit see found enter leave',
    lead: 'visit see found enter leave lead keepOrder',
    guest: 'visit see found enter leave',
    facilitator: 'visit see enter leave keepOrder',
    exMember: 'visit see found join',
    digitalOfficer: 'visit see found join',
    principal: 'visit see decideConsent',
    deputy: 'visit see decideConsent',
    invitedPrincipal: 'visit see answerInvitation decideConsent',
    smz: 'visit see assignFacilitator',
    operator: 'visit see',
    dpo: 'visit see',
    authority: 'visit see',
    inspector: 'visit see',
    pending: '',
    pendingMember: '',
  },
  by_request: {
    stranger: 'visit see found request',
    requested: 'visit see found withdraw',
    invited: 'visit see found answerInvitation',
    member: 'visit see found enter leave',
    lead: 'visit see found enter leave lead keepOrder',
    guest: 'visit see found enter leave',
    facilitator: 'visit see enter leave keepOrder',
    exMember: 'visit see found request',
    digitalOfficer: 'visit see found request',
    principal: 'visit see decideConsent',
    deputy: 'visit see decideConsent',
    invitedPrincipal: 'visit see answerInvitation decideConsent',
    smz: 'visit see assignFacilitator',
    operator: 'visit see',
    dpo: 'visit see',
    authority: 'visit see',
    inspector: 'visit see',
    pending: '',
    pendingMember: '',
  },
  closed: {
    stranger: 'visit found',
    requested: 'visit found withdraw',
    invited: 'visit see found answerInvitation',
    member: 'visit see found enter leave',
    lead: 'visit see found enter leave lead keepOrder',
    guest: 'visit see found enter leave',
    facilitator: 'visit see enter leave keepOrder',
    exMember: 'visit found',
    digitalOfficer: 'visit found',
    principal: 'visit decideConsent',
    deputy: 'visit decideConsent',
    invitedPrincipal: 'visit see answerInvitation decideConsent',
    smz: 'visit',
    operator: 'visit',
    dpo: 'visit',
    authority: 'visit',
    inspector: 'visit',
    pending: '',
    pendingMember: '',
  },
}

const ACTS = [
  'visit',
  'see',
  'enter',
  'lead',
  'keepOrder',
  'leave',
  'found',
  'join',
  'request',
  'withdraw',
  'answerInvitation',
  'assignFacilitator',
  'decideConsent',
] as const

const TABLE = (['open', 'by_request', 'closed'] as const).flatMap((joining) =>
  (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
    ACTS.map((act) => ({
      joining,
      person,
      act,
      allowed: ALLOWED[joining][person].split(' ').includes(act),
    })),
  ),
)

test.each(TABLE)('$joining: $person $act $allowed', ({ joining, person, act, allowed }) => {
  const { actor: who, seat: place } = PEOPLE[person]
  const kind = 'plg' as const
  const facts = { joining, seat: place, phase: 'focus' as const, schoolId: OWN, kind }
  expect(may[act](who, facts)).toBe(allowed)
})

test('the table knows every rule', () => {
  expect([...ACTS, 'comeBack'].sort()).toEqual(Object.keys(may).sort())
})

test('one comes in only for a school at which one teaches', () => {
  const facts = { seat: null, phase: 'focus' as const, schoolId: 'another-school' }
  expect(may.join(actor('teacher'), { ...facts, joining: 'open' })).toBe(false)
  expect(may.request(actor('teacher'), { ...facts, joining: 'by_request' })).toBe(false)
  expect(may.found(actor('teacher'), { schoolId: undefined })).toBe(false)
})

test('who leads a school and teaches there still comes by invitation only', () => {
  const both: Actor = {
    ...actor('teacher'),
    memberships: [
      { role: 'teacher', schoolId: OWN, state: 'confirmed' },
      { role: 'deputy_principal', schoolId: OWN, state: 'confirmed' },
    ],
  }
  const facts = { joining: 'open' as const, seat: null, phase: 'focus' as const, schoolId: OWN }
  expect(may.join(both, facts)).toBe(false)
})

test('nobody comes into a finished PLG', () => {
  const facts = { seat: null, phase: 'closed' as const, schoolId: OWN }
  expect(may.join(actor('teacher'), { ...facts, joining: 'open' })).toBe(false)
  expect(may.request(actor('teacher'), { ...facts, joining: 'by_request' })).toBe(false)
  const closed = { ...facts, joining: 'open' as const, kind: 'plg' as const }
  expect(may.assignFacilitator(office('smz_staff'), closed)).toBe(false)
})

test.each([
  { personId: 'p', hasLeft: true, isRecent: true, allowed: true },
  { personId: 'p', hasLeft: true, isRecent: false, allowed: false },
  { personId: 'p', hasLeft: false, isRecent: true, allowed: false },
  { personId: 'other', hasLeft: true, isRecent: true, allowed: false },
])('coming back: $allowed for $personId, left $hasLeft, recent $isRecent', (facts) => {
  expect(may.comeBack(actor('teacher'), facts)).toBe(facts.allowed)
})

test('a principal decides for the own school only', () => {
  expect(may.decideConsent(actor('principal'), { schoolId: 'another-school' })).toBe(false)
})

test('only who is inside gets a proof', () => {
  const inside = { joining: 'open' as const, seat: seat('guest') }
  expect(proveMember(actor('teacher'), 'plg', inside)).toEqual({ plgId: 'plg', personId: 'p' })
  expect(proveMember(actor('teacher'), 'plg', { ...inside, seat: null })).toBeUndefined()
  expect(proveMember(actor('teacher', { state: 'pending' }), 'plg', inside)).toBeUndefined()
})

describe('a circle of principals', () => {
  const circle = { kind: 'principals_circle' as const, schoolId: OWN }

  test.each(Object.keys(PEOPLE) as Person[])(
    '%s founds one only when they lead a school',
    (who) => {
      const heads: Person[] = ['principal', 'deputy', 'invitedPrincipal']
      expect(may.found(PEOPLE[who].actor, circle)).toBe(heads.includes(who))
    },
  )

  test.each(Object.keys(PEOPLE) as Person[])(
    '%s asks somebody of the SMZ in only when they lead the circle',
    (who) => {
      const { actor: person, seat: place } = PEOPLE[who]
      const facts = {
        ...circle,
        joining: 'closed' as const,
        seat: place,
        phase: 'forming' as const,
      }
      expect(may.assignFacilitator(person, facts)).toBe(who === 'lead')
      expect(may.assignFacilitator(person, { ...facts, kind: 'supervision' })).toBe(who === 'lead')
    },
  )
})
