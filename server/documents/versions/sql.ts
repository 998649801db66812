import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DocumentVersions } from '#db/types.ts'
import type { VersionKind } from './contract.ts'

const LINE = ['v.number', 'v.name', 'v.createdAt', 'p.firstName', 'p.lastName'] as const

const versions = (documentId: string) =>
  db()
    .selectFrom('documentVersions as v')
    .leftJoin('persons as p', 'p.id', 'v.createdBy')
    .where('v.documentId', '=', documentId)
    .select(LINE)
    .select(sql<VersionKind>`v.kind`.as('kind'))

/** The youngest first; of those made together the one that somebody named. */
export function listVersions(documentId: string, limit: number, offset: number) {
  return versions(documentId)
    .orderBy('v.createdAt', 'desc')
    .orderBy(sql`v.kind = 'named'`, 'desc')
    .orderBy('v.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countVersions(documentId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('documentVersions')
    .where('documentId', '=', documentId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export function findVersion(documentId: string, number: number) {
  return versions(documentId).where('v.number', '=', number).select('v.content').executeTakeFirst()
}

export function listByNumbers(documentId: string, numbers: number[]) {
  return versions(documentId)
    .where('v.number', '=', sql<number>`any(${numbers}::int[])`)
    .select('v.content')
    .execute()
}

/** The version that this form has made, in whatever document. */
export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('documentVersions')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['documentId', 'number', 'name'])
    .executeTakeFirst()
}

/** The caller holds the document's row, so that numbers have no gap. @returns the number */
export async function insertVersion(
  row: Omit<Insertable<DocumentVersions>, 'number'>,
): Promise<number> {
  const { number } = await db()
    .insertInto('documentVersions')
    .values({
      ...row,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from document_versions
        where document_id = ${row.documentId})`,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

/** Is this text one of the last that were kept? Not all are looked at: they may be long, and many. */
export async function isAmongLast(
  documentId: string,
  content: string,
  last: number,
): Promise<boolean> {
  const { rows } = await sql`select 1 from (
      select content from document_versions where document_id = ${documentId}
      order by number desc limit ${last}
    ) as kept where content = ${content}::jsonb limit 1`.execute(db())
  return rows.length > 0
}

/** Since when the text holds what is none of ours; null when it is good. */
export async function findInvalidSince(documentId: string): Promise<Date | null> {
  const row = await db()
    .selectFrom('documentContents')
    .where('documentId', '=', documentId)
    .select('invalidSince')
    .executeTakeFirst()
  return row?.invalidSince ?? null
}
