import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { PlgFacts } from '#server/plg/policy.ts'
import { may as mayPost } from './posts/policy.ts'
import { may as mayTopic } from './policy.ts'

const actor = (role: string, state: 'confirmed' | 'pending' = 'confirmed'): Actor => ({
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [{ role: role as 'teacher', schoolId: OFFICES.has(role) ? null : 's', state }],
})
const OFFICES = new Set(['operator', 'smz_staff'])

type Seat = NonNullable<PlgFacts['seat']>
const seat = (role: Seat['role'], state: Seat['state'] = 'active'): Seat => ({ role, state })

/** Everybody there is, with their place in the PLG. */
const PEOPLE = {
  member: [actor('teacher'), seat('member')],
  guest: [actor('teacher'), seat('guest')],
  lead: [actor('teacher'), seat('lead')],
  facilitator: [actor('smz_staff'), seat('facilitator')],
  stranger: [actor('teacher'), null],
  requesting: [actor('teacher'), seat('member', 'requested')],
  invited: [actor('teacher'), seat('lead', 'invited')],
  principal: [actor('principal'), null],
  'smz office': [actor('smz_staff'), null],
  operator: [actor('operator'), null],
  'pending lead': [actor('teacher', 'pending'), seat('lead')],
} satisfies Record<string, [Actor, Seat | null]>
type Who = keyof typeof PEOPLE
const WHO = Object.keys(PEOPLE) as Who[]

const INSIDE: Who[] = ['member', 'guest', 'lead', 'facilitator']
const ORDER: Who[] = ['lead', 'facilitator']

function whoMay(rule: (actor: Actor, facts: { plg: PlgFacts }) => boolean): Who[] {
  return WHO.filter((who) => {
    const [person, place] = PEOPLE[who]
    return rule(person, { plg: { joining: 'open', seat: place } })
  })
}

describe('a topic', () => {
  const table: [act: keyof typeof mayTopic, ofOthers: Who[], ofOneself: Who[]][] = [
    ['read', INSIDE, INSIDE],
    ['write', INSIDE, INSIDE],
    ['rename', [], INSIDE],
    ['solve', ORDER, INSIDE],
    ['pin', ORDER, ORDER],
    ['lock', ORDER, ORDER],
    ['deleteTopic', ['lead'], ['lead']],
  ]
  test('the table names every right', () => {
    expect(table.map(([act]) => act).sort()).toEqual(Object.keys(mayTopic).sort())
  })
  test.each(table)('%s', (act, ofOthers, ofOneself) => {
    const by = (authorId: string | null) =>
      whoMay((person, facts) => mayTopic[act](person, { ...facts, authorId }))
    expect(by('another')).toEqual(ofOthers)
    expect(by(null)).toEqual(ofOthers)
    expect(by('me')).toEqual(ofOneself)
  })
})

describe('a post', () => {
  const standing = { isDeleted: false, deletedBy: null }
  const table: [act: keyof typeof mayPost, post: object, ofOthers: Who[], ofOneself: Who[]][] = [
    ['react', standing, INSIDE, []],
    ['react', { isDeleted: true, deletedBy: 'me' }, [], []],
    ['edit', standing, [], INSIDE],
    ['edit', { isDeleted: true, deletedBy: 'me' }, [], []],
    ['delete', standing, ORDER, INSIDE],
    ['delete', { isDeleted: true, deletedBy: 'me' }, [], []],
    ['restore', standing, [], []],
    ['restore', { isDeleted: true, deletedBy: 'me' }, ORDER, INSIDE],
    ['restore', { isDeleted: true, deletedBy: 'another' }, ORDER, ORDER],
    ['seeHistory', standing, ORDER, INSIDE],
    ['seeHistory', { isDeleted: true, deletedBy: 'another' }, ORDER, ORDER],
  ]
  test('the table names every right', () => {
    expect([...new Set(table.map(([act]) => act))].sort()).toEqual(Object.keys(mayPost).sort())
  })
  test.each(table)('%s %j', (act, state, ofOthers, ofOneself) => {
    const by = (authorId: string) =>
      whoMay((person, facts) => {
        const post = { authorId, isDeleted: false, deletedBy: null, ...state }
        return mayPost[act](person, { ...facts, authorId: null, post })
      })
    expect(by('another')).toEqual(ofOthers)
    expect(by('me')).toEqual(ofOneself)
  })
})
