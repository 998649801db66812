import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { childNameHints } from '#server/platform/child-names.ts'
import { LICENCES, STATUSES, VISIBILITIES, type Visibility } from './contract.ts'
import { isReadable, may, type ProjectFacts } from './policy.ts'
import { licencesFor, nextStatuses, projectNumber } from './rules.ts'
import { may as transfer } from './transfer/policy.ts'
import { may as trials } from './trials/policy.ts'

function actor(
  role: SchoolRole | NetworkRole,
  given: { schoolId?: string | null; state?: 'confirmed' | 'pending' } = {},
): Actor {
  const { schoolId = 'own', state = 'confirmed' } = given
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
type Role = NonNullable<ProjectFacts['seat']>['role']
const seat = (role: Role, state: 'active' | 'invited' | 'requested' = 'active') => ({ role, state })

const PEOPLE = {
  author: { actor: actor('teacher'), seat: seat('member'), isAuthor: true },
  member: { actor: actor('teacher'), seat: seat('member'), isAuthor: false },
  lead: { actor: actor('teacher'), seat: seat('lead'), isAuthor: false },
  guest: { actor: actor('teacher'), seat: seat('guest'), isAuthor: false },
  guestAuthor: { actor: actor('teacher'), seat: seat('guest'), isAuthor: true },
  facilitator: { actor: office('facilitator'), seat: seat('facilitator'), isAuthor: false },
  authorWhoLeft: { actor: actor('teacher'), seat: null, isAuthor: true },
  invited: { actor: actor('teacher'), seat: seat('member', 'invited'), isAuthor: false },
  requesting: { actor: actor('teacher'), seat: seat('member', 'requested'), isAuthor: false },
  stranger: { actor: actor('teacher'), seat: null, isAuthor: false },
  principal: { actor: actor('principal'), seat: null, isAuthor: false },
  smz: { actor: office('smz_staff'), seat: null, isAuthor: false },
  operator: { actor: office('operator'), seat: null, isAuthor: false },
  pending: { actor: actor('teacher', { state: 'pending' }), seat: null, isAuthor: false },
  pendingMember: {
    actor: actor('teacher', { state: 'pending' }),
    seat: seat('lead'),
    isAuthor: true,
  },
} satisfies Record<string, { actor: Actor; seat: ProjectFacts['seat']; isAuthor: boolean }>
type Person = keyof typeof PEOPLE

const INSIDE = 'list create read write'
const OUTSIDE = 'readPublished tryOut adopt'

/** What each may with one that only the PLG reads. Whatever is not written here is refused. */
const IN_PLG: Record<Person, string> = {
  author: `${INSIDE} delete publish sayName`,
  member: INSIDE,
  lead: `${INSIDE} delete publish`,
  guest: INSIDE,
  guestAuthor: `${INSIDE} delete sayName`,
  facilitator: `${INSIDE} delete`,
  authorWhoLeft: 'sayName',
  invited: '',
  requesting: '',
  stranger: '',
  principal: '',
  smz: '',
  operator: '',
  pending: '',
  pendingMember: 'sayName',
}
const MAY_WITHDRAW: Person[] = ['author', 'lead', 'guestAuthor', 'facilitator']
const UNCONFIRMED: Person[] = ['pending', 'pendingMember']

function expected(who: Person, visibility: Visibility, plgKind: string): string[] {
  const acts = new Set(IN_PLG[who].split(' ').filter(Boolean))
  if (plgKind === 'principals_circle') acts.delete('publish')
  if (plgKind === 'supervision' && who !== 'lead') acts.delete('publish')
  if (visibility === 'plg') return [...acts].sort()
  if (MAY_WITHDRAW.includes(who)) acts.add('withdraw')
  if (plgKind === 'principals_circle') return [...acts].sort()
  if (!UNCONFIRMED.includes(who)) for (const act of OUTSIDE.split(' ')) acts.add(act)
  else if (visibility === 'public') acts.add('readPublished')
  return [...acts].sort()
}

const allowed = (
  who: Person,
  given: Pick<ProjectFacts, 'visibility' | 'plgKind' | 'isDeleted'>,
) => {
  const { actor: person, ...own } = PEOPLE[who]
  const facts = { ...given, ...own, licence: 'cc_by' as const }
  return Object.entries(may)
    .filter(([, rule]) => rule(person, facts))
    .map(([act]) => act)
    .sort()
}

describe.each(['plg', 'visit_ring', 'supervision', 'principals_circle'])('in a %s', (plgKind) => {
  describe.each(VISIBILITIES)('a Vorhaben for %s', (visibility) => {
    test.each(Object.keys(PEOPLE) as Person[])('%s', (who) => {
      expect(allowed(who, { visibility, plgKind, isDeleted: false })).toEqual(
        expected(who, visibility, plgKind),
      )
    })
  })

  test.each(Object.keys(PEOPLE) as Person[])('%s with a deleted one', (who) => {
    const restoring = ['author', 'lead', 'guestAuthor', 'facilitator'].includes(who)
    const { seat: own, isAuthor } = PEOPLE[who]
    const isInside = own?.state === 'active' && !UNCONFIRMED.includes(who)
    expect(allowed(who, { visibility: 'public', plgKind, isDeleted: true })).toEqual(
      [
        ...(isInside ? ['create', 'list'] : []),
        ...(restoring ? ['restore'] : []),
        ...(isAuthor ? ['sayName'] : []),
      ].sort(),
    )
  })

  test('a visitor reads what is public and nothing else', () => {
    for (const visibility of VISIBILITIES)
      for (const isDeleted of [true, false])
        expect(isReadable(null, { plgKind, visibility, isDeleted })).toBe(
          visibility === 'public' && !isDeleted && plgKind !== 'principals_circle',
        )
  })
})

test('what is all rights reserved is read and tried, not copied', () => {
  const facts = { plgKind: 'plg', visibility: 'network' as const, isDeleted: false }
  for (const licence of LICENCES)
    expect(may.adopt(actor('teacher'), { ...facts, licence })).toBe(
      licence !== 'all_rights_reserved',
    )
})

test('a run is changed by who taught it and by who keeps order', () => {
  const facts = { plgKind: 'plg', visibility: 'plg' as const, isDeleted: false }
  const changes = (who: Person, teacherId: string | null) => {
    const { actor: person, ...own } = PEOPLE[who]
    return trials.change(person, { ...facts, ...own, teacherId })
  }
  for (const who of Object.keys(PEOPLE) as Person[]) {
    const isInside = IN_PLG[who].includes('write')
    expect(changes(who, 'p'), who).toBe(isInside)
    const keeps = who === 'lead' || who === 'facilitator'
    expect(changes(who, 'somebody'), who).toBe(keeps)
    expect(changes(who, null), who).toBe(keeps)
  }
})

test('a sheet is written for the school one sits for, and read by its principal', () => {
  const principal = actor('principal')
  expect(transfer.readOfSchool(principal, { schoolId: 'own' })).toBe(true)
  expect(transfer.readOfSchool(principal, { schoolId: 'other' })).toBe(false)
  expect(transfer.readOfSchool(actor('teacher'), { schoolId: 'own' })).toBe(false)
  expect(transfer.readOfSchool(office('smz_staff'), { schoolId: 'own' })).toBe(false)
  for (const who of Object.keys(PEOPLE) as Person[]) {
    const { actor: person, seat: own } = PEOPLE[who]
    const isInside = IN_PLG[who].includes('read')
    expect(transfer.read(person, { seat: own }), who).toBe(isInside)
    const write = (seatSchoolId: string | null, schoolId: string) =>
      transfer.write(person, { seat: own, seatSchoolId, schoolId })
    expect(write('own', 'own'), who).toBe(isInside)
    expect(write('own', 'other')).toBe(false)
    expect(write(null, 'own')).toBe(false)
  }
})

test('there is a way from every status, and none leads to itself', () => {
  for (const status of STATUSES) {
    expect(nextStatuses(status).length).toBeGreaterThan(0)
    expect(nextStatuses(status)).not.toContain(status)
  }
  expect(STATUSES.filter((status) => nextStatuses(status).includes('completed'))).toEqual([
    'running',
  ])
})

test('share alike stays share alike', () => {
  expect(licencesFor('cc_by_sa')).toEqual(['cc_by_sa'])
  for (const licence of [null, 'cc0', 'cc_by'] as const)
    expect(licencesFor(licence)).toEqual([...LICENCES])
})

test.each([
  ['12-brueche', 12],
  ['12', 12],
  ['0012', 12],
  ['x12', undefined],
  ['99999999999999999999', undefined],
  ['', undefined],
])('the address "%s" is number %s', (param, number) => expect(projectNumber(param)).toBe(number))

describe('what looks like a child’s name', () => {
  test.each([
    ['Mia S. hat es erklärt.', 'Mia S.'],
    ['Emre aus der 6b war dabei.', 'Emre aus der 6b'],
    ['Leon (5a) zeichnete.', 'Leon (5a'],
    ['Ann-Kathrin, 6c', 'Ann-Kathrin, 6c'],
    ['Die Schülerin Aylin rechnete.', 'Schülerin Aylin'],
    ['ein Junge namens Ömer', 'Junge namens Ömer'],
  ])('"%s"', (text, found) => expect(childNameHints([text])).toEqual([found]))

  test.each([
    'Die Klasse 6b hat Brüche gefaltet.',
    'Lernende aus der 6b und Kinder aus der 5a verglichen.',
    'Aufgabe A. und Variante B. im Kurs C.',
    'Sekundarstufe I. Am Ende zählte das Ergebnis.',
    'Jede Gruppe (6b) bekam einen Streifen.',
    '',
  ])('is not in "%s"', (text) => expect(childNameHints([text])).toEqual([]))

  test('is looked for in a long text within a moment', () => {
    const long = `${'Aa'.repeat(50_000)} ${'Mia aus der '.repeat(20_000)}`
    const before = performance.now()
    childNameHints([long])
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
