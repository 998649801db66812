import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { AIM_KINDS, AIM_STATES } from './contract.ts'
import { may, readsAim, readsComments } from './policy.ts'

const actor = (
  role: SchoolRole | NetworkRole,
  state: 'confirmed' | 'pending' = 'confirmed',
): Actor => ({
  ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, schoolId: null, state }],
})

const PEOPLE = {
  visitor: null,
  pending: actor('teacher', 'pending'),
  teacher: actor('teacher'),
  principal: actor('principal'),
  advisor: actor('media_advisor'),
  smz: actor('smz_staff'),
  authority: actor('school_authority_staff'),
  releaseManager: actor('release_manager'),
  operator: actor('operator'),
}

/** Who may, by what it is and where it stands; an author of a proposal is told apart below. */
const TABLE: Record<string, Record<string, string>> = {
  'strategic draft': { read: 'smz authority', edit: 'smz authority', decide: 'smz authority' },
  'strategic in_force': { read: 'all', edit: '', decide: 'smz authority' },
  'strategic ended': { read: 'all', edit: '', decide: '' },
  'network draft': {
    read: 'teacher principal advisor smz authority releaseManager operator',
    edit: 'advisor smz',
    decide: 'smz',
  },
  'strategic withdrawn': { read: 'smz authority', edit: '', decide: '' },
  'network withdrawn': {
    read: 'teacher principal advisor smz authority releaseManager operator',
    edit: '',
    decide: '',
  },
  'network in_force': { read: 'all', edit: '', decide: 'smz' },
  'network ended': { read: 'all', edit: '', decide: '' },
}

test.each(AIM_KINDS.flatMap((kind) => AIM_STATES.map((state) => ({ kind, state }))))(
  '$kind $state',
  ({ kind, state }) => {
    const facts = { kind, state, isAuthor: false }
    const names = (can: (person: Actor | null) => boolean) => {
      const yes = Object.entries(PEOPLE).filter(([, person]) => can(person))
      return yes.length === Object.keys(PEOPLE).length ? 'all' : yes.map(([name]) => name).join(' ')
    }
    expect({
      read: names((person) => readsAim(person, facts)),
      edit: names((person) => person !== null && may.edit(person, facts)),
      decide: names((person) => person !== null && may.decide(person, facts)),
    }).toEqual(TABLE[`${kind} ${state}`])
  },
)

test('everybody confirmed proposes network goals and changes the own proposal; strategic ones come from two offices', () => {
  const own = { kind: 'network', state: 'draft', isAuthor: true } as const
  expect(may.edit(PEOPLE.teacher, own)).toBe(true)
  expect(may.edit(PEOPLE.pending, own)).toBe(false)
  expect(may.edit(PEOPLE.teacher, { ...own, state: 'in_force' })).toBe(false)
  expect(may.propose(PEOPLE.teacher, { kind: 'network' })).toBe(true)
  expect(may.propose(PEOPLE.pending, { kind: 'network' })).toBe(false)
  expect(may.propose(PEOPLE.teacher, { kind: 'strategic' })).toBe(false)
  expect(may.propose(PEOPLE.advisor, { kind: 'strategic' })).toBe(false)
  expect(may.propose(PEOPLE.authority, { kind: 'strategic' })).toBe(true)
})

test('a proposal is taken back by whose it is and who decides, never once it holds', () => {
  const facts = { kind: 'network', state: 'draft', isAuthor: false } as const
  const can = (person: Actor | null, more: object = {}) =>
    person !== null && may.takeBack(person, { ...facts, ...more })
  expect(Object.entries(PEOPLE).flatMap(([name, one]) => (can(one) ? [name] : []))).toEqual(['smz'])
  expect(can(PEOPLE.teacher, { isAuthor: true })).toBe(true)
  expect(can(PEOPLE.pending, { isAuthor: true })).toBe(false)
  expect(can(PEOPLE.authority, { kind: 'strategic' })).toBe(true)
  expect(can(PEOPLE.smz, { state: 'in_force' })).toBe(false)
})

test('the staff of a school comments for it while it is asked; only the SMZ curates', () => {
  const at = (role: SchoolRole, state: 'confirmed' | 'pending' = 'confirmed'): Actor => ({
    ...actor(role),
    memberships: [{ role, schoolId: 'a', state }],
  })
  const asked = { kind: 'network', state: 'draft', isAuthor: false, isCommented: true } as const
  const comments = (person: Actor, facts: object = {}, schoolId = 'a') =>
    may.comment(person, { ...asked, ...facts, schoolId })
  expect(['teacher', 'principal'].map((role) => comments(at(role as SchoolRole)))).toEqual([
    true,
    true,
  ])
  expect(comments(at('trainee'))).toBe(false)
  expect(comments(at('teacher', 'pending'))).toBe(false)
  expect(comments(at('teacher'), {}, 'b')).toBe(false)
  expect(comments(PEOPLE.smz)).toBe(false)
  expect(comments(at('teacher'), { isCommented: false })).toBe(false)
  expect(comments(at('teacher'), { state: 'in_force' })).toBe(false)
  expect(comments(at('teacher'), { kind: 'strategic' })).toBe(false)
  expect(
    Object.entries(PEOPLE).flatMap(([name, one]) =>
      one && may.curateComments(one, {}) ? [name] : [],
    ),
  ).toEqual(['smz'])
})

test('comments are for confirmed people, also once the goal holds', () => {
  const facts = { kind: 'network', state: 'in_force', isAuthor: false } as const
  const who = Object.entries(PEOPLE).flatMap(([name, one]) =>
    readsComments(one, facts) ? [name] : [],
  )
  expect(who).not.toContain('visitor')
  expect(who).not.toContain('pending')
  expect(who).toContain('teacher')
  expect(readsComments(PEOPLE.teacher, { ...facts, kind: 'strategic' })).toBe(false)
})
