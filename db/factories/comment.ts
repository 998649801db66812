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

/** As many open and as many resolved threads in a document as a neighbourhood has grown PLGs, each of two comments. */
export async function threadsAmong({ lead, ids }: Around, documentId: string): Promise<string[]> {
  const made: string[] = []
  await db().deleteFrom('documentThreads').where('documentId', '=', documentId).execute()
  for (const resolvedAt of [null, LONG_AGO])
    for (const authorId of ids('person')) {
      const thread = { documentId, createdBy: authorId, resolvedAt, resolvedBy: lead.id }
      const { id, comment } = await aThread(thread)
      await aComment({ threadId: id, authorId: lead.id })
      made.push(comment.id)
    }
  return made
}
