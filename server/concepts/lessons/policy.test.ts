import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { LESSON_VISIBILITIES, type LessonVisibility } from './contract.ts'
import { type LessonFacts, may, reads } from './policy.ts'

const OWN = 'own-school'
const OTHER = 'other-school'

function actor(
  role: SchoolRole | NetworkRole,
  schoolId: string | null = OWN,
  state: 'confirmed' | 'pending' = 'confirmed',
): Actor {
  return {
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [{ role, schoolId, state }],
  }
}
const office = (role: NetworkRole) => actor(role, null)
type Tie = Partial<Pick<LessonFacts, 'isAuthor' | 'isInPlg' | 'isEditor'>>

const PEOPLE: Record<string, { actor: Actor | null; tie?: Tie }> = {
  visitor: { actor: null },
  pending: { actor: actor('teacher', OWN, 'pending') },
  author: { actor: actor('teacher'), tie: { isAuthor: true } },
  authorGone: { actor: actor('teacher', OTHER), tie: { isAuthor: true } },
  authorPending: { actor: actor('teacher', OWN, 'pending'), tie: { isAuthor: true } },
  colleague: { actor: actor('teacher') },
  trainee: { actor: actor('trainee') },
  editor: { actor: actor('teacher'), tie: { isEditor: true } },
  editorGone: { actor: actor('teacher', OTHER), tie: { isEditor: true } },
  digitalOfficer: { actor: actor('digital_officer') },
  principal: { actor: actor('principal') },
  plgMember: { actor: actor('teacher', OTHER), tie: { isInPlg: true } },
  otherTeacher: { actor: actor('teacher', OTHER) },
  otherPrincipal: { actor: actor('principal', OTHER) },
  smz: { actor: office('smz_staff') },
  facilitator: { actor: office('facilitator') },
  advisor: { actor: office('media_advisor') },
  dpo: { actor: office('school_dpo') },
  authority: { actor: office('school_authority_staff') },
  releaseManager: { actor: office('release_manager') },
  inspector: { actor: office('school_inspector') },
  operator: { actor: office('operator') },
}

const SCHOOL = ['author', 'authorGone', 'colleague', 'editor', 'digitalOfficer', 'principal']
const EVERYBODY = Object.keys(PEOPLE)
const CONFIRMED = EVERYBODY.filter((one) => !/visitor|ending/.test(one))
const READERS: Record<LessonVisibility, string[]> = {
  authors: ['author', 'authorGone'],
  plg: ['author', 'authorGone', 'plgMember'],
  school: SCHOOL,
  network: CONFIRMED,
  public: EVERYBODY,
}

const facts = (visibility: LessonVisibility, fields: Partial<LessonFacts> = {}): LessonFacts => ({
  ...{ schoolId: OWN, visibility, licence: 'cc_by', isDeleted: false },
  ...{ isAuthor: false, isInPlg: false, isEditor: false, ...fields },
})

describe.each(LESSON_VISIBILITIES)('what is for %s', (visibility) => {
  test.each(Object.entries(PEOPLE))('and %s', (name, { actor: who, tie }) => {
    const given = facts(visibility, tie)
    expect(reads(who, given)).toBe(READERS[visibility].includes(name))
    expect(reads(who, { ...given, isDeleted: true })).toBe(false)
    if (!who) return
    const isShared = !['authors', 'plg'].includes(visibility)
    const keepers = isShared ? ['editor', 'digitalOfficer', 'principal'] : []
    const writers = ['author', ...keepers]
    const isOutside = visibility === 'network' || visibility === 'public'
    expect({
      write: may.write(who, given),
      publish: may.publish(who, given),
      withdraw: may.withdraw(who, given),
      delete: may.delete(who, given),
      restore: may.restore(who, { ...given, isDeleted: true }),
      sayName: may.sayName(who, given),
      adopt: may.adopt(who, given),
    }).toEqual({
      write: writers.includes(name),
      publish: name === 'author',
      withdraw: isOutside && writers.includes(name),
      delete: writers.includes(name),
      restore: writers.includes(name),
      sayName: tie?.isAuthor === true,
      adopt: isOutside && CONFIRMED.includes(name),
    })
  })
})

test('what keeps all rights is not copied, and a school speaks for itself alone', () => {
  const teacher = actor('teacher', OTHER)
  expect(may.adopt(teacher, facts('public', { licence: 'all_rights_reserved' }))).toBe(false)
  expect(may.adopt(teacher, facts('public', { licence: null }))).toBe(false)
  expect(may.sayUse(teacher, { ...facts('network'), atSchool: OTHER })).toBe(true)
  expect(may.sayUse(teacher, { ...facts('network'), atSchool: OWN })).toBe(false)
  expect(may.sayUse(teacher, { ...facts('school'), atSchool: OTHER })).toBe(false)
})
