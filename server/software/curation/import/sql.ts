import { sql } from 'kysely'
import { db, inTransaction } from '#db/client.ts'
import type { ImportRow } from './contract.ts'

const ALIKE = 0.6
const RECENT = 10

/** One import at a time: the second waits here until the first is done. Held until the transaction ends. */
export async function lockImports(): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('software.import'))`.execute(db())
}

type Review = { id: string; importedBy: string; fileName: string; rows: ImportRow[]; at: Date }

export async function insertReview({ rows, ...review }: Review): Promise<void> {
  await db()
    .insertInto('softwareImports')
    .values({ ...review, rows: JSON.stringify(rows) })
    .execute()
}

export function findImport(id: string) {
  return db()
    .selectFrom('softwareImports')
    .where('id', '=', id)
    .select(['id', 'fileName', 'appliedAt', 'created', 'skipped'])
    .select(sql<ImportRow[]>`rows`.as('rows'))
    .executeTakeFirst()
}

export function listApplied() {
  return db()
    .selectFrom('softwareImports')
    .where('appliedAt', 'is not', null)
    .select(['id', 'fileName', 'appliedAt', 'created', 'skipped'])
    .orderBy('appliedAt', 'desc')
    .orderBy('id')
    .limit(RECENT)
    .execute()
}

/** The rows themselves are forgotten; how many there were stays. */
export async function setApplied(
  id: string,
  figures: { created: number; skipped: number },
  at: Date,
): Promise<void> {
  await db()
    .updateTable('softwareImports')
    .set({ ...figures, appliedAt: at, rows: '[]' })
    .where('id', '=', id)
    .execute()
}

export async function removeReviewsBefore(at: Date): Promise<void> {
  await db()
    .deleteFrom('softwareImports')
    .where('appliedAt', 'is', null)
    .where('at', '<', at)
    .execute()
}

export type Known = {
  wanted: string
  key: string
  slug: string | null
  name: string | null
  isSame: boolean
}

/** For each name the entry that is nearest to it, if one is near; and the name as it is compared. */
export function listKnown(names: string[]): Promise<Known[]> {
  return inTransaction(async () => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(ALIKE)}, true)`.execute(
      db(),
    )
    const { rows } =
      await sql<Known>`select n.name as wanted, search_key(n.name) as key, p.slug, p.name,
        coalesce(p.key = search_key(n.name), false) as is_same
      from unnest(${names}::text[]) as n (name)
      left join lateral (select slug, name, search_key(name) as key from software_products
        where state in ('listed', 'proposed') and search_key(name) % search_key(n.name)
        order by similarity(search_key(name), search_key(n.name)) desc, id limit 1) as p on true`.execute(
        db(),
      )
    return rows
  })
}

type NewApp = ImportRow & { slug: string }

/** Adds all of them, each with its maker; what one calls nearly the same is the same maker. */
export async function insertApps(apps: NewApp[], createdBy: string, at: Date): Promise<number> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(apps)}::jsonb) as a (slug text, name text, vendor text,
    website text, description text, kind text, "costModel" text, subjects jsonb, "appStoreId" text)`
  await sql`insert into vendors (name, created_at)
    select distinct on (search_key(a.vendor)) a.vendor, ${at}::timestamptz from ${given}
    where a.vendor <> '' order by search_key(a.vendor) on conflict do nothing`.execute(db())
  const { rows } = await sql<{
    id: string
  }>`insert into software_products (slug, name, vendor_id, website, description,
      kind, cost_model, subjects, app_store_id, origin, state, created_by, created_at, changed_at)
    select a.slug, a.name, v.id, a.website, a.description, a.kind, a."costModel",
      array(select jsonb_array_elements_text(a.subjects)), a."appStoreId", 'import', 'listed', ${createdBy}::uuid,
      ${at}::timestamptz, ${at}::timestamptz
    from ${given} left join vendors v on a.vendor <> '' and search_key(v.name) = search_key(a.vendor)
    returning id`.execute(db())
  return rows.length
}
