import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { SHARING, type Sharing, VISIT_STATES, type VisitState } from './contract.ts'
import { may, offers, proveReader, releases, type VisitFacts } from './policy.ts'

type Given = {
  schoolId?: string | null
  state?: 'confirmed' | 'pending'
  more?: [SchoolRole, string][]
}

function actor(
  role: SchoolRole | NetworkRole,
  { schoolId = 'own', state = 'confirmed', more = [] }: Given = {},
): Actor {
  return {
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [
      { role, schoolId, state },
      ...more.map(([other, at]) => ({ role: other, schoolId: at, state })),
    ],
  }
}
const office = (role: NetworkRole) => actor(role, { schoolId: null })

type Part = Partial<Pick<VisitFacts, 'isHost' | 'isVisitor' | 'isInPlg'>>
const PEOPLE = {
  host: [actor('teacher'), { isHost: true, isInPlg: true }],
  visitor: [actor('teacher'), { isVisitor: true }],
  member: [actor('teacher'), { isInPlg: true }],
  stranger: [actor('teacher'), {}],
  principal: [actor('principal'), {}],
  smz: [office('smz_staff'), {}],
  facilitator: [office('facilitator'), {}],
  operator: [office('operator'), {}],
  inspector: [office('school_inspector'), {}],
  pendingHost: [actor('teacher', { state: 'pending' }), { isHost: true }],
} satisfies Record<string, [Actor, Part]>
type Person = keyof typeof PEOPLE

type Times = 'before' | 'after'
const HOST: Record<VisitState, Record<Times, string>> = {
  requested: { before: 'accept decline', after: 'decline' },
  accepted: {
    before: 'cancel keepDate prepare share',
    after: 'cancel keepDate prepare share hold',
  },
  declined: { before: 'remove', after: 'remove' },
  held: {
    before: 'keepDate prepare debrief share remove',
    after: 'keepDate prepare debrief share remove',
  },
  debriefed: {
    before: 'keepDate debrief share remove',
    after: 'keepDate debrief share remove',
  },
  cancelled: { before: 'remove', after: 'remove' },
}
const VISITOR: Record<VisitState, Record<Times, string>> = {
  requested: { before: 'cancel', after: 'cancel' },
  accepted: { before: 'cancel keepDate', after: 'cancel keepDate observe' },
  declined: { before: '', after: '' },
  held: { before: 'keepDate observe', after: 'keepDate observe' },
  debriefed: { before: 'keepDate observe', after: 'keepDate observe' },
  cancelled: { before: '', after: '' },
}

/** Whatever is not written here is refused. */
function allowedTo(person: Person, state: VisitState, sharing: Sharing, time: Times): string {
  if (person === 'host') return `see readWords ${HOST[state][time]}`
  if (person === 'visitor')
    return sharing === 'none'
      ? `see ${VISITOR[state][time].replace('observe', '')}`
      : `see readWords ${VISITOR[state][time]}`
  return person === 'member' && sharing === 'plg' ? 'see readWords' : ''
}

test.each(
  (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
    VISIT_STATES.flatMap((state) =>
      SHARING.flatMap((sharing) =>
        (['before', 'after'] as const).map((time) => ({ person, state, sharing, time })),
      ),
    ),
  ),
)('$person at a visit that is $state, shared with $sharing, $time', (given) => {
  const { person, state, sharing, time } = given
  const [who, part]: [Actor, Part] = PEOPLE[person]
  const facts: VisitFacts = {
    ...{ state, shareWith: sharing, hasBegun: time === 'after' },
    ...{ isHost: false, isVisitor: false, isInPlg: false, isDeleted: false, canComeBack: false },
    ...part,
  }
  const allowed = (those: VisitFacts) =>
    Object.entries(may)
      .filter(([, rule]) => rule(who, those))
      .map(([act]) => act)
      .sort()
  const expected = allowedTo(person, state, sharing, time).split(' ').filter(Boolean)
  expect(allowed(facts)).toEqual(expected.sort())
  expect(proveReader(who, 'v', facts) !== undefined).toBe(expected.includes('readWords'))
  // Taken away it is nobody's; its host can bring it back for a while.
  const deleted = { ...facts, isDeleted: true }
  expect(allowed(deleted)).toEqual([])
  expect(allowed({ ...deleted, canComeBack: true })).toEqual(person === 'host' ? ['restore'] : [])
})

const OFFER = {
  ...{ isOpen: true, isHost: false, hostSchoolId: 'there', visibility: 'network' as const },
  ...{ isInPlg: false, isHostThere: true },
}

test.each([
  ['a teacher of another school', actor('teacher'), OFFER, true],
  ['a colleague', actor('teacher', { schoolId: 'there' }), OFFER, false],
  ['a trainee', actor('trainee'), OFFER, true],
  ['a principal who does not teach', actor('principal'), OFFER, false],
  [
    'who leads the school of the host',
    actor('teacher', { more: [['deputy_principal', 'there']] }),
    OFFER,
    false,
  ],
  ['the host', actor('teacher'), { ...OFFER, isHost: true }, false],
  ['at a closed offer', actor('teacher'), { ...OFFER, isOpen: false }, false],
  ['outside the PLG', actor('teacher'), { ...OFFER, visibility: 'plg' as const }, false],
  [
    'inside the PLG',
    actor('teacher'),
    { ...OFFER, visibility: 'plg' as const, isInPlg: true },
    true,
  ],
  ['nobody has confirmed', actor('teacher', { state: 'pending' }), OFFER, false],
  ['the SMZ', office('smz_staff'), OFFER, false],
  ['an operator', office('operator'), OFFER, false],
])('asking for a seat: %s', (_, who, facts, expected) => {
  expect(offers.request(who, { ...facts, schoolId: 'own' })).toBe(expected)
})

test.each([
  ['network', false, true],
  ['plg', false, false],
  ['plg', true, true],
] as const)('an offer for %s, inside %s, is seen: %s', (visibility, isInPlg, expected) => {
  for (const who of [actor('teacher'), actor('principal'), office('operator')])
    expect(offers.see(who, { ...OFFER, visibility, isInPlg })).toBe(expected)
  expect(offers.see(actor('teacher', { state: 'pending' }), OFFER)).toBe(false)
})

test('once the host is gone only they see the offer; nobody asks, nobody opens it again', () => {
  const gone = { ...OFFER, isInPlg: true, isHostThere: false }
  for (const who of [actor('teacher'), actor('principal'), office('smz_staff')]) {
    expect(offers.see(who, gone)).toBe(false)
    expect(offers.request(who, { ...gone, schoolId: 'own' })).toBe(false)
  }
  const host = { ...gone, isHost: true }
  expect(offers.see(actor('teacher'), host)).toBe(true)
  expect(offers.reopen(actor('teacher'), host)).toBe(false)
  expect(offers.reopen(actor('teacher'), { ...host, isHostThere: true })).toBe(true)
  expect(offers.reopen(actor('teacher'), OFFER)).toBe(false)
})

const RELEASING: [string, Actor, boolean][] = [
  ['the principal', actor('principal'), true],
  ['the deputy', actor('deputy_principal'), true],
  ['the principal of another school', actor('principal', { schoolId: 'there' }), false],
  ['a teacher', actor('teacher'), false],
  ['the digital officer', actor('digital_officer'), false],
  ['the SMZ', office('smz_staff'), false],
  ['the school authority', office('school_authority_staff'), false],
  ['an operator', office('operator'), false],
  ['a principal to be', actor('principal', { state: 'pending' }), false],
]
test.each(RELEASING.flatMap((one) => VISIT_STATES.map((state) => [...one, state] as const)))(
  'releasing: %s',
  (_, who, isHead, state) => {
    const facts = { state, schoolId: 'own', visitorId: 'v' }
    expect(releases.list(who, facts)).toBe(isHead)
    expect(releases.decide(who, facts)).toBe(isHead && state === 'accepted')
    expect(releases.decide(who, { ...facts, visitorId: who.id })).toBe(false)
  },
)
