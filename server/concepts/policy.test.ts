import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import type { ConceptRole, VersionStatus, Visibility } from './contract.ts'
import { type ConceptFacts, may, readsPart, readsVersion } from './policy.ts'

const OWN = 'school-of-the-concept'
const OTHER = 'another-school'

function actor(
  role: SchoolRole | NetworkRole,
  given: { schoolId?: string | null; state?: 'confirmed' | 'pending' } = {},
): Actor {
  const { schoolId = OWN, state = 'confirmed' } = given
  return {
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [{ role, schoolId, state }],
  }
}
const office = (role: NetworkRole) => actor(role, { schoolId: null })
const as = (role: ConceptRole, subject = '') => [{ role, subject }]

type Who = { actor: Actor; own?: ConceptFacts['own'] }

/** Everybody who may come to the door, with what they are in the concept. */
const PEOPLE = {
  teacher: { actor: actor('teacher') },
  trainee: { actor: actor('trainee') },
  firstLevelAdmin: { actor: actor('first_level_admin') },
  digitalOfficer: { actor: actor('digital_officer') },
  principal: { actor: actor('principal') },
  deputy: { actor: actor('deputy_principal') },
  editor: { actor: actor('teacher'), own: as('editor') },
  publisher: { actor: actor('teacher'), own: as('publisher') },
  leadOfArt: { actor: actor('teacher'), own: as('subject_lead', 'art') },
  leadOfMusic: { actor: actor('teacher'), own: as('subject_lead', 'music') },
  // The task ends with the place at the school, whatever row is left of it.
  formerEditor: { actor: actor('teacher', { schoolId: OTHER }), own: as('editor') },
  formerPublisher: { actor: actor('principal', { schoolId: OTHER }), own: as('publisher') },
  reader: { actor: office('media_advisor'), own: as('reader') },
  readingFacilitator: { actor: office('facilitator'), own: as('reader') },
  // Advises schools and works for the Schulträger: who is both reads none.
  readerOfOffice: {
    actor: {
      ...office('media_advisor'),
      memberships: [
        ...office('media_advisor').memberships,
        ...office('school_authority_staff').memberships,
      ],
    },
    own: as('reader'),
  },
  readerElsewhere: { actor: actor('teacher', { schoolId: OTHER }), own: as('reader') },
  pendingReader: { actor: actor('teacher', { state: 'pending' }), own: as('reader') },
  pending: { actor: actor('principal', { state: 'pending' }) },
  otherTeacher: { actor: actor('teacher', { schoolId: OTHER }) },
  otherPrincipal: { actor: actor('principal', { schoolId: OTHER }) },
  smz: { actor: office('smz_staff') },
  facilitator: { actor: office('facilitator') },
  advisor: { actor: office('media_advisor') },
  dpo: { actor: office('school_dpo') },
  authority: { actor: office('school_authority_staff') },
  releaseManager: { actor: office('release_manager') },
  inspector: { actor: office('school_inspector') },
  operator: { actor: office('operator') },
} satisfies Record<string, Who>
type Person = keyof typeof PEOPLE

const ALL_WRITING = 'readWorking write writeCell contribute checkIn submit adopt' as const
const ALLOWED: Partial<Record<Person, string>> = {
  teacher: 'readWorking contribute',
  firstLevelAdmin: 'readWorking contribute',
  digitalOfficer: `begin ${ALL_WRITING} assign`,
  principal: `begin ${ALL_WRITING} assign assignPublisher publish`,
  deputy: `begin ${ALL_WRITING} assign assignPublisher publish`,
  editor: ALL_WRITING,
  publisher: `${ALL_WRITING} publish`,
  leadOfArt: 'readWorking writeCell contribute',
  leadOfMusic: 'readWorking contribute',
  reader: 'readWorking',
  readingFacilitator: 'readWorking',
}

const facts = (own: ConceptFacts['own'] = [], isArchived = false) => ({
  ...{ schoolIds: [OWN], isArchived, own },
  ...{ schoolId: OWN, subject: 'art', isOwner: false },
})

describe.each(Object.entries(PEOPLE) as [Person, Who][])('%s', (person, { actor: who, own }) => {
  const allowed = new Set((ALLOWED[person] ?? '').split(' '))

  test.each(Object.keys(may) as (keyof typeof may)[])('%s', (act) => {
    expect(may[act](who, facts(own))).toBe(allowed.has(act))
  })

  test('an archived concept is only read', () => {
    const acts = (Object.keys(may) as (keyof typeof may)[]).filter(
      (act) => act !== 'begin' && may[act](who, { ...facts(own, true), isOwner: true }),
    )
    expect(acts).toEqual(allowed.has('readWorking') ? ['readWorking'] : [])
  })
})

test('who has taken a goal on says how it goes, without writing anything else', () => {
  expect(may.checkIn(PEOPLE.teacher.actor, { ...facts(), isOwner: true })).toBe(true)
  expect(may.checkIn(PEOPLE.otherTeacher.actor, { ...facts(), isOwner: true })).toBe(false)
})

test('after a merger the people of the successor read what was before', () => {
  const merged = { ...facts([], true), schoolIds: [OWN, OTHER] }
  expect(may.readWorking(PEOPLE.otherTeacher.actor, merged)).toBe(true)
  expect(may.write(PEOPLE.otherPrincipal.actor, merged)).toBe(false)
})

const READERS = {
  visitor: null,
  pending: PEOPLE.pending.actor,
  otherTeacher: PEOPLE.otherTeacher.actor,
  trainee: PEOPLE.trainee.actor,
  authority: PEOPLE.authority.actor,
  operator: PEOPLE.operator.actor,
  teacher: PEOPLE.teacher.actor,
} satisfies Record<string, Actor | null>
const INSIDE = ['teacher']
const CONFIRMED = ['otherTeacher', 'trainee', 'authority', 'operator']

describe.each(Object.entries(READERS))('a version read by %s', (name, who) => {
  const isInside = INSIDE.includes(name)
  const reads = (status: VersionStatus, scope: 'network' | 'public' | null) =>
    readsVersion(who, { ...facts(), status, scope })

  test('frozen and withdrawn ones stay in the school', () => {
    expect(reads('frozen', null)).toBe(isInside)
    expect(reads('withdrawn', 'public')).toBe(isInside)
  })

  test('published ones go as far as their scope', () => {
    expect(reads('published', 'public')).toBe(true)
    expect(reads('published', 'network')).toBe(isInside || CONFIRMED.includes(name))
  })

  test.each([
    ['network', 'public', false],
    ['network', 'network', false],
    ['public', 'network', false],
    ['public', 'public', true],
  ] as const)('scope %s and part %s', (scope, visibility, isForAll) => {
    const seen = readsPart(who, { ...facts(), status: 'published', scope, visibility })
    expect(seen).toBe(isForAll || isInside || CONFIRMED.includes(name))
  })

  test('a part of the school never leaves', () => {
    const part = { ...facts(), status: 'published', scope: 'public', visibility: 'school' } as const
    expect(readsPart(who, part satisfies { visibility: Visibility })).toBe(isInside)
  })
})
