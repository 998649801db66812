import { sql } from 'kysely'
import { db, inTransaction } from '#db/client.ts'
import type { ProductKind } from '../../contract.ts'
import type { StandingName } from '../../standing/contract.ts'
import { STANDINGS } from '../../standing/contract.ts'
import { standings } from '../../standing/sql.ts'
import { MOST_PAIRS, type Moving } from './contract.ts'

type Side = { slug: string; name: string; vendor: string | null }
type PairRow = {
  one: Side
  other: Side
  alike: number
  isSameVendor: boolean
  isSameSite: boolean
  isSameApp: boolean
}

/** From here on names are alike by the index; below that it takes something else that is the same. */
const ALIKE = 0.6
const NEARLY = 0.4

/**
 * Nearly the same name, or a near one and the same maker; the same site or number. Pairs that were told apart are left
 * out; the older one comes first. Candidates come from an index each: comparing all with all would take seconds.
 */
export function listPairs(): Promise<PairRow[]> {
  const side = (name: string) =>
    sql`jsonb_build_object('slug', ${sql.ref(`${name}.slug`)}, 'name', ${sql.ref(`${name}.name`)},
      'vendor', (select v.name from vendors v where v.id = ${sql.ref(`${name}.vendorId`)}))`
  return inTransaction(async () => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(ALIKE)}, true)`.execute(
      db(),
    )
    const { rows } = await sql<PairRow>`with there as materialized (
        select id, number, slug, name, search_key(name) as key, vendor_id, app_store_id,
          nullif(rtrim(lower(website), '/'), '') as site from software_products where state = 'listed'),
      pairs as (
        select a.id as one, b.id as other from there a join software_products b on search_key(b.name) % a.key
        union select a.id, b.id from there a join there b on a.vendor_id = b.vendor_id
        union select a.id, b.id from there a join there b on a.site = b.site
        union select a.id, b.id from there a join there b on a.app_store_id = b.app_store_id)
      select ${side('a')} as one, ${side('b')} as other, alike, coalesce(a.vendor_id = b.vendor_id, false) as is_same_vendor,
        coalesce(a.site = b.site, false) as is_same_site, coalesce(a.app_store_id = b.app_store_id, false) as is_same_app
      from pairs join there a on a.id = pairs.one join there b on b.id = pairs.other
      cross join lateral (select similarity(a.key, b.key) as alike) as likeness
      where a.number < b.number
        and (alike >= ${ALIKE} or a.vendor_id = b.vendor_id and alike >= ${NEARLY} or a.site = b.site
          or a.app_store_id = b.app_store_id)
        and not exists (select from software_distinct d where d.one_id = least(a.id, b.id) and d.other_id = greatest(a.id, b.id))
      order by coalesce(a.vendor_id = b.vendor_id, false)::int + coalesce(a.site = b.site, false)::int
        + coalesce(a.app_store_id = b.app_store_id, false)::int desc, alike desc, a.id, b.id
      limit ${MOST_PAIRS}`.execute(db())
    return rows
  })
}

const best = (
  today: string,
  ids: string[],
) => sql`(select (array[${sql.join([...STANDINGS])}])[min(array_position(
  array[${sql.join([...STANDINGS])}], st.name))] from ${standings({ today, form: null, products: ids })} st
  where st."productId" = p.id)`

/** Both entries with all that is chosen between. */
export function listBoth(by: { slugs: string[] } | { ids: string[] }) {
  const wanted =
    'slugs' in by
      ? sql<boolean>`p.slug = any(${by.slugs}::text[])`
      : sql<boolean>`p.id = any(${by.ids}::uuid[])`
  return db()
    .selectFrom('softwareProducts as p')
    .leftJoin('vendors as v', 'v.id', 'p.vendorId')
    .where(wanted)
    .select([
      ...(['p.id', 'p.slug', 'p.name', 'p.vendorId', 'v.name as vendor', 'p.description'] as const),
      ...(['p.website', 'p.appStoreId', 'p.functionTags', 'p.subjects', 'p.gradeBands'] as const),
      ...(['p.schoolForms', 'p.costModel', 'p.offlineUse', 'p.state', 'p.version'] as const),
      sql<ProductKind>`p.kind`.as('kind'),
      sql<boolean>`exists (select from software_merges m where m.target_id = p.id and m.undone_at is null)`.as(
        'hasMerged',
      ),
      sql<boolean>`exists (select from review_cases k where k.product_id = p.id
        and k.state not in ('draft', 'closed', 'rejected_intake'))`.as('hasOpenCase'),
    ])
    .execute()
}

export type Entry = Awaited<ReturnType<typeof listBoth>>[number]

/** The best that may be said of each today. */
export async function listStandings(
  ids: string[],
  today: string,
): Promise<Map<string, StandingName>> {
  const { rows } = await sql<{ id: string; name: StandingName | null }>`
    select p.id, ${best(today, ids)} as name from software_products p where p.id = any(${ids}::uuid[])`.execute(
    db(),
  )
  return new Map(rows.map(({ id, name }) => [id, name ?? 'not_reviewed']))
}

/** From here to the end of the transaction nobody else changes these. In one order, so that nobody waits in a circle. */
export async function lockProducts(ids: string[]): Promise<void> {
  await sql`select id from software_products where id = any(${ids}::uuid[]) order by id for update`.execute(
    db(),
  )
}

export async function countMoving(id: string): Promise<Moving> {
  const { rows } = await sql<Moving>`select
    (select count(distinct project_id)::int from project_software where product_id = p.id) as projects,
    (select count(*)::int from thing_references where to_kind = 'software' and to_id = p.id) as cards,
    (select count(*)::int from watch_list_items where product_id = p.id) as watch_lists,
    (select least(count(*), 1)::int from software_follows where product_id = p.id) as follows,
    (select count(*)::int from experience_reports where product_id = p.id and deleted_at is null) as experiences,
    (select count(*)::int from software_questions where product_id = p.id and deleted_at is null) as questions,
    (select count(*)::int from software_plgs where product_id = p.id) as plgs,
    (select count(*)::int from software_scenarios where product_id = p.id) as uses,
    (select count(*)::int from school_adoptions where product_id = p.id and ended_at is null) as adoptions,
    (select count(*)::int from review_cases where product_id = p.id) as reviews,
    (select count(*)::int from software_documents where product_id = p.id and replaced_at is null) as documents
    from software_products p where p.id = ${id}`.execute(db())
  return rows[0] ?? ({} as Moving)
}

/** Two different things for good, whoever comes first. */
export async function insertDistinct(ids: [string, string], by: string, at: Date): Promise<void> {
  const [one = '', other = ''] = ids.toSorted()
  await db()
    .insertInto('softwareDistinct')
    .values({ oneId: one, otherId: other, decidedBy: by, decidedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What can still be taken back, the newest first. */
export function listMerges(since: Date) {
  return db()
    .selectFrom('softwareMerges as m')
    .innerJoin('softwareProducts as s', 's.id', 'm.sourceId')
    .innerJoin('softwareProducts as t', 't.id', 'm.targetId')
    .where('m.undoneAt', 'is', null)
    .where('m.mergedAt', '>=', since)
    .select(['m.id', 'm.mergedAt', 's.name as source', 't.name as target', 't.slug'])
    .orderBy('m.mergedAt', 'desc')
    .orderBy('m.id')
    .limit(MOST_PAIRS)
    .execute()
}

export async function findOpenMerge(
  sourceId: string,
  targetId: string,
): Promise<string | undefined> {
  const row = await db()
    .selectFrom('softwareMerges')
    .where('sourceId', '=', sourceId)
    .where('targetId', '=', targetId)
    .where('undoneAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row?.id
}
