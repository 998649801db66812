import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Looked } from './rules.ts'

/** Between trigrams, which are letters and digits. */
const BETWEEN = '/'

/** Every listed entry, the oldest first. */
export async function listLooked(): Promise<Looked[]> {
  type Row = Omit<Looked, 'grams'> & { grams: string }
  const { rows } = await sql<Row>`select id, vendor_id as "vendorId", app_store_id as "appStoreId",
      nullif(rtrim(lower(website), '/'), '') as site, array_to_string(show_trgm(search_key(name)), ${BETWEEN}) as grams
    from software_products where state = 'listed' order by number`.execute(db())
  return rows.map(({ grams, ...row }) => ({
    ...row,
    grams: grams === '' ? [] : grams.split(BETWEEN),
  }))
}

/** Pairs that somebody has told apart. */
export async function listApart(): Promise<[string, string][]> {
  const rows = await db().selectFrom('softwareDistinct').select(['oneId', 'otherId']).execute()
  return rows.map(({ oneId, otherId }) => [oneId, otherId])
}

/** Entries as a pair shows them. */
export async function listSides(ids: string[]) {
  const rows = await db()
    .selectFrom('softwareProducts as p')
    .leftJoin('vendors as v', 'v.id', 'p.vendorId')
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['p.id', 'p.slug', 'p.name', 'v.name as vendor'])
    .execute()
  return new Map(rows.map(({ id, ...side }) => [id, side]))
}
