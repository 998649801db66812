import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { may as mayInDocument } from '../policy.ts'
import { type CommentFacts, may } from './policy.ts'

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

/** An office alone gives no rights in a home, so a principal or an operator stands here like a stranger. */
const PEOPLE = {
  stranger: { id: 'x', home: OUTSIDE },
  formerAuthor: { id: 'author', home: OUTSIDE },
  reader: { id: 'r', home: { ...OUTSIDE, read: true } },
  member: { id: 'm', home: MEMBER },
  authorOfDocument: { id: 'd', home: MEMBER },
  author: { id: 'author', home: MEMBER },
  lead: { id: 'l', home: { ...MEMBER, keepOrder: true } },
}
const DOCUMENTS = {
  open: { isArchived: false, isDeleted: false },
  archived: { isArchived: true, isDeleted: false },
  deleted: { isArchived: false, isDeleted: true },
}
type Who = keyof typeof PEOPLE
const WRITERS: Who[] = ['member', 'authorOfDocument', 'author', 'lead']

function whoMay(
  rule: (actor: Actor, facts: CommentFacts) => boolean,
  document: keyof typeof DOCUMENTS,
  isDeleted: boolean,
  authorId: string | null = 'author',
  deletedBy = authorId,
): string[] {
  return Object.entries(PEOPLE)
    .filter(([, { id, home }]) =>
      rule(actor(id), {
        ...{ home, authorId: 'd', ...DOCUMENTS[document] },
        comment: { authorId, isDeleted, deletedBy: isDeleted ? deletedBy : null },
      }),
    )
    .map(([name]) => name)
}

const TABLE: Record<keyof typeof may, { standing: Who[]; deleted: Who[] }> = {
  edit: { standing: ['author'], deleted: [] },
  delete: { standing: ['author', 'lead'], deleted: [] },
  restore: { standing: [], deleted: ['author', 'lead'] },
}

test('the table names every right', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(may).sort())
})

test.each(Object.keys(TABLE) as (keyof typeof may)[])('%s', (act) => {
  expect(whoMay(may[act], 'open', false)).toEqual(TABLE[act].standing)
  expect(whoMay(may[act], 'open', true)).toEqual(TABLE[act].deleted)
  for (const isDeleted of [true, false]) {
    expect(whoMay(may[act], 'archived', isDeleted)).toEqual([])
    expect(whoMay(may[act], 'deleted', isDeleted)).toEqual([])
  }
})

test('what somebody wrote who has gone is left to those who keep order', () => {
  expect(whoMay(may.edit, 'open', false, null)).toEqual([])
  expect(whoMay(may.delete, 'open', false, null)).toEqual(['lead'])
  expect(whoMay(may.restore, 'open', true, null)).toEqual(['lead'])
})

test('what a lead took away comes back only by those who keep order', () => {
  expect(whoMay(may.restore, 'open', true, 'author', 'l')).toEqual(['lead'])
})

test('beginning, answering, resolving: who writes in an open document', () => {
  expect(whoMay(mayInDocument.comment, 'open', false)).toEqual(WRITERS)
  expect(whoMay(mayInDocument.comment, 'archived', false)).toEqual([])
  expect(whoMay(mayInDocument.comment, 'deleted', false)).toEqual([])
})
