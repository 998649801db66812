import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ProductKind } from '../../contract.ts'
import type { StandingName } from '../../standing/contract.ts'
import { STANDINGS } from '../../standing/contract.ts'
import { standings } from '../../standing/sql.ts'
import { MOST_PAIRS, type Moving } from './contract.ts'

const best = (
  today: string,
  ids: string[],
) => sql`(select (array[${sql.join([...STANDINGS])}])[min(array_position(
  array[${sql.join([...STANDINGS])}], st.name))] from ${standings({ today, form: null, schools: [], products: ids })} st
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
      ...(['p.state', 'p.version'] as const),
      ...(['p.schoolForms', 'p.costModel', 'p.offlineUse', 'p.advertising'] as const),
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
