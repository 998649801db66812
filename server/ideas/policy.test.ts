import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { IDEA_STATES, type IdeaState } from './contract.ts'
import { type IdeaFacts, may } from './policy.ts'

function actor(
  role: SchoolRole | NetworkRole,
  given: { isOffice?: boolean; state?: 'confirmed' | 'pending' } = {},
): Actor {
  const { isOffice = false, state = 'confirmed' } = given
  return {
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [{ role, schoolId: isOffice ? null : 'school', state }],
  }
}
const office = (role: NetworkRole) => actor(role, { isOffice: true })

type Part = { authorId?: string | null; isInterested?: boolean }
const PEOPLE = {
  stranger: [actor('teacher'), {}],
  interested: [actor('teacher'), { isInterested: true }],
  author: [actor('teacher'), { authorId: 'p' }],
  principal: [actor('principal'), {}],
  interestedPrincipal: [actor('principal'), { isInterested: true }],
  authority: [office('school_authority_staff'), {}],
  authorityAuthor: [office('school_authority_staff'), { authorId: 'p' }],
  smz: [office('smz_staff'), {}],
  facilitator: [office('facilitator'), {}],
  operator: [office('operator'), {}],
  inspector: [office('school_inspector'), {}],
  pending: [actor('teacher', { state: 'pending' }), {}],
  // Wrote it, then lost the only confirmed role.
  pendingAuthor: [actor('teacher', { state: 'pending' }), { authorId: 'p' }],
} satisfies Record<string, [Actor, Part]>
type Person = keyof typeof PEOPLE

/** What each of them may, by the state of the idea. Whatever is not written here is refused. */
const ALLOWED: Record<Person, Record<IdeaState | 'always', string>> = {
  stranger: {
    always: 'visit create',
    open: 'see join',
    merged: 'see',
    became_plg: 'see',
    archived: '',
  },
  interested: {
    always: 'visit create',
    open: 'see join withdraw found seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: 'see',
  },
  author: {
    always: 'visit create',
    open: 'see edit archive found seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: 'see restore',
  },
  principal: {
    always: 'visit create',
    open: 'see join',
    merged: 'see',
    became_plg: 'see',
    archived: '',
  },
  interestedPrincipal: {
    always: 'visit create',
    open: 'see join withdraw seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: 'see',
  },
  authority: {
    always: 'visit create',
    open: 'see',
    merged: 'see',
    became_plg: 'see',
    archived: '',
  },
  authorityAuthor: {
    always: 'visit create',
    open: 'see edit archive seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: 'see restore',
  },
  smz: {
    always: 'visit create importGroups',
    open: 'see archive found seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: 'see restore',
  },
  facilitator: {
    always: 'visit',
    open: 'see seeFitting',
    merged: 'see',
    became_plg: 'see',
    archived: '',
  },
  operator: {
    always: 'visit importGroups',
    open: 'see',
    merged: 'see',
    became_plg: 'see',
    archived: '',
  },
  inspector: { always: 'visit', open: 'see', merged: 'see', became_plg: 'see', archived: '' },
  pending: { always: '', open: '', merged: '', became_plg: '', archived: '' },
  pendingAuthor: { always: '', open: '', merged: '', became_plg: '', archived: '' },
}

const { merge, unmerge, ...ALONE } = may

test.each(
  Object.keys(PEOPLE).flatMap((person) =>
    IDEA_STATES.map((state) => ({ person: person as Person, state })),
  ),
)('$person at an idea that is $state', ({ person, state }) => {
  const [who, part]: [Actor, Part] = PEOPLE[person]
  const facts: IdeaFacts = { state, authorId: 'somebody', isInterested: false, ...part }
  const allowed = Object.entries(ALONE)
    .filter(([, rule]) => rule(who, facts))
    .map(([act]) => act)
  const { always } = ALLOWED[person]
  const expected = `${always} ${ALLOWED[person][state]}`.split(' ').filter(Boolean)
  expect(allowed.sort()).toEqual(expected.sort())
})

const AUTHORS = { source: 'source author', target: 'target author', smz: 'smz', none: 'stranger' }
type Role = keyof typeof AUTHORS

/** Who merges, and who takes it back, when the states allow. */
const MERGING: Record<Role, string> = {
  source: 'unmerge',
  target: 'merge unmerge',
  smz: 'merge unmerge',
  none: '',
}

test.each(
  (Object.keys(AUTHORS) as Role[]).flatMap((role) =>
    IDEA_STATES.flatMap((source) => IDEA_STATES.map((target) => ({ role, source, target }))),
  ),
)('$role: $source into $target', ({ role, source, target }) => {
  const who = role === 'smz' ? office('smz_staff') : actor('teacher')
  const facts = {
    source: { state: source, authorId: role === 'source' ? 'p' : 'a' },
    target: { state: target, authorId: role === 'target' ? 'p' : 'b' },
  }
  const allowed = MERGING[role].split(' ')
  const areOpen = source === 'open' && target === 'open'
  expect(merge(who, facts)).toBe(areOpen && allowed.includes('merge'))
  const canGoBack = source === 'merged' && target !== 'became_plg'
  expect(unmerge(who, facts)).toBe(canGoBack && allowed.includes('unmerge'))
})
