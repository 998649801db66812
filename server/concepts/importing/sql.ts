import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptImports, ConceptVersions, ConceptVersionSections } from '#db/types.ts'
import type { ImportState } from './contract.ts'

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>

const imports = () =>
  db()
    .selectFrom('conceptImports as i')
    .select(['i.id', 'i.conceptId', 'i.fileId', 'i.fileName', 'i.progress', 'i.failure'])
    .select(['i.report', 'i.createdAt'])
    .select([sql<ImportState>`i.state`.as('state'), sql<'docx' | 'pdf'>`i.kind`.as('kind')])

export const findImport = (id: string) => imports().where('i.id', '=', id).executeTakeFirst()

/** The same, held until the end of the transaction: who presses twice waits here. */
export const lockImport = (id: string) =>
  imports().where('i.id', '=', id).forUpdate().executeTakeFirst()

/** What was recognised in a file; not asked with the rest, as it is long. */
export async function findPieces(id: string): Promise<unknown> {
  const row = await db()
    .selectFrom('conceptImports')
    .where('id', '=', id)
    .select('pieces')
    .executeTakeFirst()
  return row?.pieces
}

/** The last ones of a concept. */
export const listImports = (conceptId: string, limit: number) =>
  imports()
    .where('i.conceptId', '=', conceptId)
    .where('i.state', '<>', 'dropped')
    .orderBy('i.createdAt', 'desc')
    .limit(limit)
    .execute()

/** @returns undefined when this very form has begun one before */
export function insertImport(row: Insertable<ConceptImports>) {
  return db()
    .insertInto('conceptImports')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return imports()
    .where('i.createdBy', '=', personId)
    .where('i.clientKey', '=', clientKey)
    .executeTakeFirst()
}

/** @returns whether it was in one of these states */
export async function updateImport(
  id: string,
  from: ImportState[],
  set: Updateable<ConceptImports>,
): Promise<boolean> {
  const row = await db()
    .updateTable('conceptImports')
    .set(set)
    .where('id', '=', id)
    .where('state', '=', sql<string>`any(${from}::text[])`)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Chapters whose text shows pictures, with their texts. */
export function listPictured(conceptId: string) {
  return db()
    .selectFrom('conceptChapters as ch')
    .innerJoin('documentContents as c', 'c.documentId', 'ch.documentId')
    .innerJoin('documents as d', 'd.id', 'ch.documentId')
    .where('ch.conceptId', '=', conceptId)
    .where('ch.deletedAt', 'is', null)
    .where('c.html', 'like', '%<img%')
    .select(['ch.id', 'ch.title', 'ch.position', 'd.number', 'c.content'])
    .orderBy('ch.position')
    .execute()
}

type Zero = Omit<Insertable<ConceptVersions>, 'number' | 'status'>
type Part = Omit<Insertable<ConceptVersionSections>, 'versionId' | 'position' | 'visibility'>

/**
 * The file a school came with, as version 0: frozen, read by the school alone.
 *
 * @returns false when there is one already; that stays
 */
export async function insertVersionZero(row: Zero, parts: Part[]): Promise<boolean> {
  const made = await db()
    .insertInto('conceptVersions')
    .values({ ...row, number: 0, status: 'frozen' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await db()
    .insertInto('conceptVersionSections')
    .values(
      parts.map((part, position) => ({
        ...{ ...part, versionId: made.id, position, visibility: 'school' },
      })),
    )
    .execute()
  return true
}
