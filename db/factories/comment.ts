import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { DocumentComments, DocumentThreads } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A thread at words of a document, with its first comment. */
export async function aThread(
  given: { documentId: string } & Partial<Insertable<DocumentThreads>>,
  comment: Partial<Insertable<DocumentComments>> = {},
) {
  const thread = await db()
    .insertInto('documentThreads')
    .values({ id: randomUUID(), quote: 'Worte', createdAt: LONG_AGO, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
  const first = await aComment({
    threadId: thread.id,
    authorId: thread.createdBy,
    clientKey: thread.id,
    ...comment,
  })
  return { ...thread, comment: first }
}

export function aComment(given: { threadId: string } & Partial<Insertable<DocumentComments>>) {
  return db()
    .insertInto('documentComments')
    .values({ body: 'Ein Kommentar.', createdAt: LONG_AGO, clientKey: randomUUID(), ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Around = { lead: { id: string }; ids: (kind: string) => string[] }

/**
 * In the last of the grown documents of a neighbourhood: as many open threads as there are documents, each with a
 * comment of somebody else and one of the lead, and as many that are resolved.
 *
 * @returns the number of that document
 */
export async function threadsAmong({ lead, ids }: Around): Promise<number> {
  const { id: documentId, number } = await db()
    .selectFrom('documents')
    .where('id', '=', ids('document').at(-1) ?? '')
    .select(['id', 'number'])
    .executeTakeFirstOrThrow()
  const authors = ids('person')
  await db().deleteFrom('documentThreads').execute()
  for (const kind of ['thread', 'resolved-thread']) {
    const resolved = kind === 'thread' ? {} : { resolvedAt: LONG_AGO, resolvedBy: lead.id }
    const threads = ids(kind).map((id, i) => ({
      ...{ id, documentId, quote: 'Worte', createdBy: authors[i], createdAt: LONG_AGO },
      ...resolved,
    }))
    await db().insertInto('documentThreads').values(threads).execute()
    const comments = ids(kind).flatMap((threadId, i) => [
      { id: ids(`${kind}-comment`)[i], threadId, authorId: authors[i] },
      { id: ids(`${kind}-answer`)[i], threadId, authorId: lead.id },
    ])
    const words = { body: 'Ein Kommentar.', createdAt: LONG_AGO }
    await db()
      .insertInto('documentComments')
      .values(comments.map((one) => ({ ...one, ...words, clientKey: randomUUID() })))
      .execute()
  }
  return number
}
