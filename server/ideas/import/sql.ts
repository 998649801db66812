import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Joining, Kind } from '#server/plg/contract.ts'
import type { ImportFigures, RawRow } from './contract.ts'

/** One import at a time: the second waits here until the first is done. Held until the transaction ends. */
export async function lockImports(): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('ideas.import'))`.execute(db())
}

type Review = { importedBy: string; fileName: string; origin: string; rows: RawRow[]; at: Date }

export async function insertReview({ rows, ...review }: Review): Promise<string> {
  const { id } = await db()
    .insertInto('groupImports')
    .values({ ...review, rows: JSON.stringify(rows) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function findImport(id: string) {
  return db()
    .selectFrom('groupImports')
    .where('id', '=', id)
    .select(['id', 'fileName', 'origin', 'at', 'appliedAt'])
    .select([sql<RawRow[]>`rows`.as('rows'), sql<ImportFigures | null>`outcome`.as('outcome')])
    .executeTakeFirst()
}

/** What was read is forgotten, with the addresses in it; what became of it stays. */
export async function setApplied(id: string, outcome: ImportFigures, at: Date): Promise<void> {
  await db()
    .updateTable('groupImports')
    .set({ appliedAt: at, outcome: JSON.stringify(outcome), rows: '[]' })
    .where('id', '=', id)
    .execute()
}

export async function removeReviewsBefore(at: Date): Promise<void> {
  await db()
    .deleteFrom('groupImports')
    .where('appliedAt', 'is', null)
    .where('at', '<', at)
    .execute()
}

export function listApplied(limit: number) {
  return db()
    .selectFrom('groupImports')
    .where('appliedAt', 'is not', null)
    .select(['id', 'fileName', 'origin', 'appliedAt'])
    .select(sql<ImportFigures>`outcome`.as('outcome'))
    .orderBy('appliedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function listImported(origin: string) {
  return db()
    .selectFrom('plgs')
    .where('importedFrom', '=', origin)
    .select(['id', 'title', sql<Kind>`kind`.as('kind'), sql<Joining>`joining`.as('joining')])
    .execute()
}

/** Of these titles, in lower case, those that a group has of which everybody may know. */
export async function listTitles(titles: string[], exceptFrom: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('plgs')
    .where(sql<string>`lower(title)`, '=', sql<string>`any(${titles})`)
    .where('joining', '<>', 'closed')
    .where('importedFrom', '<>', exceptFrom)
    .select(sql<string>`lower(title)`.as('title'))
    .execute()
  return rows.map(({ title }) => title)
}

export function listSchools(numbers: string[]) {
  return db()
    .selectFrom('schools')
    .where('schoolNumber', '=', sql<string>`any(${numbers})`)
    .where('operation', '<>', 'closed')
    .select(['schoolNumber', 'name'])
    .execute()
}

/** Who is in these groups, was in, or is invited; by address. */
export async function listSeated(plgIds: string[]): Promise<{ plgId: string; email: string }[]> {
  const { rows } = await sql<{ plgId: string; email: string }>`
    select plg_id, lower(email::text) as email from plg_invitations where plg_id = any(${plgIds}::uuid[])
    union select m.plg_id, lower(p.email::text) from plg_members m join persons p on p.id = m.person_id
      where m.plg_id = any(${plgIds}::uuid[])`.execute(db())
  return rows
}

export async function listAccounts(addresses: string[]): Promise<string[]> {
  const rows = await db()
    .selectFrom('persons')
    .where('email', '=', sql<string>`any(${addresses}::citext[])`)
    .select('email')
    .execute()
  return rows.map(({ email }) => email.toLowerCase())
}
