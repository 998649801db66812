import { sql } from 'kysely'
import { db } from '#db/client.ts'

export type Journalled = { id: number; data: Buffer }

/** State and journal of a document, of one moment. */
export async function findJournal(documentId: string) {
  const row = await db()
    .selectFrom('documentContents')
    .where('documentId', '=', documentId)
    .select(['state', 'folded', 'invalidSince'])
    .select(
      sql<number[]>`array(select u.id from document_updates u
        where u.document_id = document_contents.document_id order by u.id)`.as('ids'),
    )
    .select(
      sql<Buffer[]>`array(select u.data from document_updates u
        where u.document_id = document_contents.document_id order by u.id)`.as('updates'),
    )
    .executeTakeFirst()
  return row && { ...row, ids: row.ids.map(Number) }
}

/** The same of several at once. */
export function listTexts(documentIds: string[]) {
  return db()
    .selectFrom('documentContents')
    .where('documentId', '=', sql<string>`any(${documentIds}::uuid[])`)
    .select(['documentId', 'state'])
    .select(
      sql<Buffer[]>`array(select u.data from document_updates u
        where u.document_id = document_contents.document_id order by u.id)`.as('updates'),
    )
    .execute()
}

/**
 * The row of a document before that of its text, which is the order of all commands: two that wait for each
 * other would end both. Pieces of the journal go on being kept meanwhile.
 */
export async function lockDocument(documentId: string): Promise<void> {
  await db()
    .selectFrom('documents')
    .where('id', '=', documentId)
    .select('id')
    .forNoKeyUpdate()
    .execute()
}

/** From here to the end of the transaction nobody else replaces this document's text. */
export async function lockContent(documentId: string): Promise<void> {
  await db()
    .selectFrom('documentContents')
    .where('documentId', '=', documentId)
    .select('documentId')
    .forUpdate()
    .execute()
}

/** Appends to the journals of several documents at once. @returns the ids, in the order given */
export async function insertUpdates(documentIds: string[], data: Uint8Array[]): Promise<number[]> {
  const pieces = data.map((piece) => Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
  const { rows } = await sql<{ id: number }>`insert into document_updates (document_id, data)
    select * from unnest(${documentIds}::uuid[], ${pieces}::bytea[]) returning id`.execute(db())
  return rows.map(({ id }) => Number(id))
}

/** Those of these pieces that are still in the journal. */
export function listUpdates(ids: number[]): Promise<Journalled[]> {
  return db()
    .selectFrom('documentUpdates')
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .select(['id', 'data'])
    .orderBy('id')
    .execute()
}

/** Replaces the state by one that holds these pieces of the journal too. @returns false when somebody else did before */
export async function foldInto(
  documentId: string,
  { state, folded, ids }: { state: Uint8Array; folded: number; ids: number[] },
): Promise<boolean> {
  const done = await db()
    .updateTable('documentContents')
    .set({
      state: Buffer.from(state.buffer, state.byteOffset, state.byteLength),
      folded: folded + 1,
    })
    .where('documentId', '=', documentId)
    .where('folded', '=', folded)
    .returning('documentId')
    .executeTakeFirst()
  if (!done) return false
  await db()
    .deleteFrom('documentUpdates')
    .where('documentId', '=', documentId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return true
}

export async function markInvalid(documentId: string, since: Date | null): Promise<void> {
  await db()
    .updateTable('documentContents')
    .set({ invalidSince: since })
    .where('documentId', '=', documentId)
    .execute()
}

/** How far these documents are folded, and which pieces wait. */
export async function listJournals(documentIds: string[]) {
  if (documentIds.length === 0) return []
  const rows = await db()
    .selectFrom('documentContents')
    .where('documentId', '=', sql<string>`any(${documentIds}::uuid[])`)
    .select(['documentId', 'folded'])
    .select(
      sql<number[]>`array(select u.id from document_updates u
        where u.document_id = document_contents.document_id order by u.id)`.as('ids'),
    )
    .execute()
  return rows.map((row) => ({ ...row, ids: row.ids.map(Number) }))
}

/** Documents whose journal waits to be folded. */
export async function listUnfolded(most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive waiting as (
      (select document_id as id from document_updates order by document_id limit 1)
      union all
      select (select u.document_id from document_updates u where u.document_id > waiting.id
        order by u.document_id limit 1) from waiting where waiting.id is not null
    ) select id from waiting where id is not null limit ${most}`.execute(db())
  return rows.map(({ id }) => id)
}
