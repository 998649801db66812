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

type Around = { lead: { id: string }; plg: { id: string }; ids: (kind: string) => string[] }

/** Among the grown things of a neighbourhood: so many files of its first document, and as many versions of the first. */
export async function filesAmong({ lead, plg, ids }: Around): Promise<void> {
  const [thingId = ''] = ids('document')
  const files = ids('file')
  const by = { createdBy: lead.id, createdAt: LONG_AGO }
  await db()
    .insertInto('files')
    .values(
      files.map((id, i) => ({
        ...by,
        id,
        thingKind: 'document',
        thingId,
        plgId: plg.id,
        name: `Bruch ${i}.png`,
        clientKey: randomUUID(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const first = files[0] ?? ''
  const versions = [
    ...files.map((fileId) => ({ fileId, number: 1 })),
    ...files.map((_, i) => ({ fileId: first, number: i + 2 })),
  ]
  await db()
    .insertInto('fileVersions')
    .values(
      versions.map((version) => ({
        ...by,
        ...version,
        storageKey: randomUUID(),
        mediaType: 'image/png',
        bytes: 1000,
        width: 1000,
        height: 500,
        widths: [480, 960],
        children: 'none',
        clientKey: randomUUID(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
