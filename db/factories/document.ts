import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { Documents } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')
/** A Yjs document without anything in it. */
const EMPTY_STATE = Buffer.from([0, 0])
const EMPTY_TEXT = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })

/** A document of a PLG or a concept with this text as one paragraph; its state is that of an empty one. */
export async function aDocument(
  given: ({ plgId: string } | { conceptId: string }) & Partial<Insertable<Documents>>,
  text = '',
) {
  const document = await db()
    .insertInto('documents')
    .values({
      title: 'Unterrichtsplan',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('documentContents')
    .values({
      documentId: document.id,
      state: EMPTY_STATE,
      content: EMPTY_TEXT,
      html: `<p>${text}</p>`,
      words: text,
    })
    .execute()
  return document
}

type Around = { plg: { id: string }; ids: (kind: string) => string[] }

/** Among the grown things of a neighbourhood: so many documents in its PLG, each mentioning a school of its own. */
export async function documentsAmong({ plg, ids }: Around): Promise<void> {
  const documents = ids('document')
  const schools = ids('school')
  await db()
    .insertInto('documents')
    .values(
      documents.map((id, i) => ({
        id,
        plgId: plg.id,
        title: `Bruch ${i}`,
        folder: `Ordner ${i}`,
        isTemplate: i % 2 === 0,
        createdAt: LONG_AGO,
        changedAt: LONG_AGO,
        clientKey: randomUUID(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db()
    .insertInto('documentContents')
    .values(
      documents.map((documentId, i) => ({
        documentId,
        state: EMPTY_STATE,
        content: EMPTY_TEXT,
        html: schools
          .slice(0, i + 1)
          .map((id) => `<l25-verweis kind="school" id="${id}"></l25-verweis>`)
          .join(''),
        words: `Bruch ${i}`,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
