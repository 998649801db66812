import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { type DocumentFacts, may } from './policy.ts'

const actor = (id: string): Actor => ({
  id,
  sessionId: 's',
  firstName: 'Kim',
  lastName: 'Muster',
  memberships: [],
  isWelcomed: true,
})
const OUTSIDE = { read: false, write: false, keepOrder: false }
const MEMBER = { read: true, write: true, keepOrder: false }
const LEAD = { read: true, write: true, keepOrder: true }
const READER = { read: true, write: false, keepOrder: false }

/** An office alone gives no rights in a home, so a principal or an operator stands here like a stranger. */
const PEOPLE = {
  stranger: { id: 'x', home: OUTSIDE },
  // Whoever wrote it and is no longer a member.
  formerAuthor: { id: 'author', home: OUTSIDE },
  reader: { id: 'r', home: READER },
  member: { id: 'm', home: MEMBER },
  author: { id: 'author', home: MEMBER },
  lead: { id: 'l', home: LEAD },
  // Where a text is a chapter of something, that decides about it; the text itself is written like any other.
  boundLead: { id: 'l', home: { ...LEAD, isBound: true } },
  boundAuthor: { id: 'author', home: { ...MEMBER, isBound: true } },
}
const STATES = {
  open: { isArchived: false, isDeleted: false },
  archived: { isArchived: true, isDeleted: false },
  deleted: { isArchived: false, isDeleted: true },
  both: { isArchived: true, isDeleted: true },
}
const FREE = ['member', 'author', 'lead']
const WRITERS = [...FREE, 'boundLead', 'boundAuthor']
const KEEPERS = ['author', 'lead']
const READERS = ['reader', ...WRITERS]

type Act = Exclude<keyof typeof may, 'list' | 'create'>
const TABLE: Record<Act, Partial<Record<keyof typeof STATES, string[]>>> = {
  read: { open: READERS, archived: READERS },
  write: { open: WRITERS },
  comment: { open: WRITERS },
  describe: { open: FREE },
  saveVersion: { open: WRITERS },
  restoreVersion: { open: WRITERS },
  move: { open: KEEPERS },
  archive: { open: KEEPERS, archived: KEEPERS },
  delete: { open: KEEPERS, archived: KEEPERS },
  restore: { deleted: KEEPERS, both: KEEPERS },
}

for (const act of Object.keys(TABLE) as Act[])
  for (const state of Object.keys(STATES) as (keyof typeof STATES)[])
    test(`${act} of a document that is ${state}: only those of the table`, () => {
      const allowed = Object.entries(PEOPLE)
        .filter(([, { id, home }]) => {
          const facts: DocumentFacts = { home, authorId: 'author', ...STATES[state] }
          return may[act](actor(id), facts)
        })
        .map(([name]) => name)
      expect(allowed.sort()).toEqual([...(TABLE[act][state] ?? [])].sort())
    })

test('listing is for those who may read the home, creating for those who may write there', () => {
  const who = (act: 'list' | 'create') =>
    Object.entries(PEOPLE)
      .filter(([, { id, home }]) => may[act](actor(id), { home }))
      .map(([name]) => name)
  expect(who('list')).toEqual(['reader', ...FREE, 'boundLead', 'boundAuthor'])
  expect(who('create')).toEqual(FREE)
})
