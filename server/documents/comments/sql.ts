import { type Insertable, sql, type SqlBool, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { DocumentComments, DocumentThreads } from '#db/types.ts'
import { peopleOf } from '../sql.ts'

/** @returns false when there is a thread of this id already, in whatever document */
export async function insertThread(row: Insertable<DocumentThreads>): Promise<boolean> {
  const made = await db()
    .insertInto('documentThreads')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Holds the thread's row, so that two acts on it follow each other. */
export function lockThread(documentId: string, id: string) {
  return db()
    .selectFrom('documentThreads')
    .where('id', '=', id)
    .where('documentId', '=', documentId)
    .select(['id', 'quote', 'createdBy', 'resolvedAt'])
    .forUpdate()
    .executeTakeFirst()
}

export async function updateThread(id: string, set: Updateable<DocumentThreads>): Promise<void> {
  await db().updateTable('documentThreads').set(set).where('id', '=', id).execute()
}

export async function countOpen(documentId: string): Promise<number> {
  const { count } = await threads(documentId, false)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function countResolved(documentId: string): Promise<number> {
  const { count } = await threads(documentId, true)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function countIn(threadId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('documentComments')
    .where('threadId', '=', threadId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A thread without a comment that stands is none. */
function threads(documentId: string, isResolved: boolean) {
  return db()
    .selectFrom('documentThreads as t')
    .where('t.documentId', '=', documentId)
    .where('t.resolvedAt', isResolved ? 'is not' : 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('documentComments as standing')
          .whereRef('standing.threadId', '=', 't.id')
          .where('standing.deletedAt', 'is', null)
          .select('standing.id'),
      ),
    )
}

export type Row = Awaited<ReturnType<typeof listOpen>>[number]

/** All comments of the open threads of a document, thread by thread. */
export const listOpen = (documentId: string) => comments(threads(documentId, false))

/** The same of a page of those that are resolved, the last first. */
export function listResolved(documentId: string, limit: number, offset: number) {
  const wanted = threads(documentId, true)
    .select('t.id')
    .orderBy('t.resolvedAt', 'desc')
    .orderBy('t.id')
    .limit(limit)
    .offset(offset)
  return comments(db().selectFrom('documentThreads as t').where('t.id', 'in', wanted))
}

/** The words of a deleted comment stay in the database. */
function comments(of: ReturnType<typeof threads>) {
  return of
    .innerJoin('documentComments as c', 'c.threadId', 't.id')
    .leftJoin('persons as author', 'author.id', 'c.authorId')
    .leftJoin('persons as resolver', 'resolver.id', 't.resolvedBy')
    .select(['t.id as threadId', 't.quote', 't.createdAt as begunAt', 't.resolvedAt'])
    .select(['resolver.firstName as resolverFirstName', 'resolver.lastName as resolverLastName'])
    .select(['c.id', 'c.authorId', 'c.createdAt', 'c.editedAt', 'c.deletedAt', 'c.deletedBy'])
    .select(sql<string>`case when c.deleted_at is null then c.body else '' end`.as('body'))
    .select(['author.firstName', 'author.lastName'])
    .orderBy('t.resolvedAt', 'desc')
    .orderBy('t.createdAt')
    .orderBy('t.id')
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .execute()
}

/** @returns undefined when the author has used this key before */
export function insertComment(row: Insertable<DocumentComments>) {
  return db()
    .insertInto('documentComments')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

const WHOLE = ['c.id', 'c.threadId', 'c.authorId', 'c.body', 'c.deletedAt', 'c.deletedBy'] as const
export type Whole = NonNullable<Awaited<ReturnType<typeof findByKey>>>

/** What the author has already written with this key, wherever. */
export function findByKey(authorId: string, clientKey: string) {
  return db()
    .selectFrom('documentComments as c')
    .where('c.authorId', '=', authorId)
    .where('c.clientKey', '=', clientKey)
    .select(WHOLE)
    .forUpdate()
    .executeTakeFirst()
}

/** Holds a comment's row, so that two changes of it follow each other. */
export function lockComment(documentId: string, id: string) {
  return db()
    .selectFrom('documentComments as c')
    .innerJoin('documentThreads as t', 't.id', 'c.threadId')
    .where('c.id', '=', id)
    .where('t.documentId', '=', documentId)
    .select(WHOLE)
    .forUpdate('c')
    .executeTakeFirst()
}

export async function updateComment(id: string, set: Updateable<DocumentComments>): Promise<void> {
  await db().updateTable('documentComments').set(set).where('id', '=', id).execute()
}

/** Who lives where the document lives: they may be named in it. */
export function listMembers(documentId: string, at: Date) {
  return peopleOf(documentId, at)
    .innerJoin('persons as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.firstName', 'p.lastName'])
    .distinct()
    .execute()
}

/**
 * Audience of a new comment that still stands: the author of the document and who has written in the
 * thread before, as far as they are members at this moment; without those who are named in it, they are told of that.
 */
export function followersToTell(
  of: { documentId: string; commentId: string },
  named: string[],
  at: Date,
) {
  const followers = db()
    .selectFrom('documentComments as own')
    .innerJoin('documentComments as new', 'new.threadId', 'own.threadId')
    .where('new.id', '=', of.commentId)
    .where('new.deletedAt', 'is', null)
    .where('own.deletedAt', 'is', null)
    .whereRef('own.createdAt', '<', 'new.createdAt')
    .select('own.authorId')
  return peopleOf(of.documentId, at)
    .where((eb) =>
      eb.or([
        eb('m.personId', 'in', followers),
        eb.and([eb('m.personId', '=', eb.ref('d.createdBy')), stands(of.commentId)]),
      ]),
    )
    .where(sql<SqlBool>`m.person_id <> all(${named}::uuid[])`)
    .select(sql<string>`m.person_id`.as('personId'))
    .distinct()
}

const stands = (commentId: string) => sql<SqlBool>`exists (select from document_comments
  where id = ${commentId} and deleted_at is null)`

/** Audience of names in a comment: those who are members at this moment, as long as it stands. */
export function namedToTell(commentId: string, personIds: string[], at: Date) {
  return db()
    .selectFrom('documentComments as c')
    .innerJoin('documentThreads as t', 't.id', 'c.threadId')
    .innerJoin('documents as d', 'd.id', 't.documentId')
    .innerJoin('documentPeople as m', 'm.documentId', 'd.id')
    .where('c.id', '=', commentId)
    .where('c.deletedAt', 'is', null)
    .where('d.deletedAt', 'is', null)
    .where('m.since', '<=', at)
    .where('m.until', '>', at)
    .where('m.personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .select(sql<string>`m.person_id`.as('personId'))
    .distinct()
}

/** Comments that stand, with where they stand; whoever asks looks at the rights of the document. */
export function listStanding(ids: string[]) {
  return standing()
    .where('c.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** The same for threads: of each the first comment that stands. */
export function listStandingOf(threadIds: string[]) {
  return standing()
    .where('t.id', '=', sql<string>`any(${threadIds}::uuid[])`)
    .distinctOn('t.id')
    .orderBy('t.id')
    .orderBy('c.createdAt')
    .execute()
}

function standing() {
  return db()
    .selectFrom('documentComments as c')
    .innerJoin('documentThreads as t', 't.id', 'c.threadId')
    .where('c.deletedAt', 'is', null)
    .select(['c.id', 't.id as threadId', 't.documentId', 't.resolvedAt'])
}
