import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { Files, FileVersions } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A file of a thing with one version, a PDF unless told otherwise. No bytes lie anywhere. */
export async function aFile(
  given: { thingKind: string; thingId: string } & Partial<Insertable<Files>>,
  version: Partial<Insertable<FileVersions>> = {},
) {
  const file = await db()
    .insertInto('files')
    .values({
      name: `datei-${numbered('file')}.pdf`,
      createdAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { storageKey } = await db()
    .insertInto('fileVersions')
    .values({
      fileId: file.id,
      number: 1,
      storageKey: randomUUID(),
      mediaType: 'application/pdf',
      bytes: 1000,
      createdBy: file.createdBy,
      createdAt: file.createdAt,
      clientKey: file.clientKey,
      ...version,
    })
    .returning('storageKey')
    .executeTakeFirstOrThrow()
  return { ...file, storageKey }
}
