import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

type Around = { ids: (kind: string) => string[] }

/**
 * In the last of the grown documents of a neighbourhood: as many versions as there are documents, each kept by
 * somebody else and mentioning all schools.
 */
export async function versionsAmong({ ids }: Around): Promise<void> {
  const documentId = ids('document').at(-1) ?? ''
  const authors = ids('person')
  const mentions = ids('school').map((id) => ({
    type: 'mention',
    attrs: { kind: 'school', id },
  }))
  const content = JSON.stringify({
    type: 'doc',
    content: [{ type: 'paragraph', content: mentions }],
  })
  await db().deleteFrom('documentVersions').execute()
  await db()
    .insertInto('documentVersions')
    .values(
      ids('document').map((_, i) => ({
        ...{ documentId, number: i + 1, kind: 'named', name: `Stand ${i}`, content },
        createdBy: authors[i],
        createdAt: LONG_AGO,
        clientKey: randomUUID(),
      })),
    )
    .execute()
}
