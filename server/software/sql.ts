import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Place } from './standing/contract.ts'
import { standings } from './standing/sql.ts'

/** A product with the best standing of its uses for a reader's place; refused ones rank last. */
function cards(place: Place, products: string[]) {
  const ofProduct = sql<{ productId: string }>`(
    select distinct on (st."productId") st."productId" as product_id, st.name, st.until from ${standings({ ...place, products })} st
    order by st."productId", array_position(array['approved', 'approved_no_data', 'approved_with_conditions', 'pilot',
      'in_review', 'not_reviewed', 'expired', 'not_approved'], st.name))`
  return db()
    .selectFrom('softwareProducts as p')
    .leftJoin('vendors as v', 'v.id', 'p.vendorId')
    .leftJoin(
      sql<{ productId: string; name: string; until: string | null }>`${ofProduct}`.as('best'),
      (join) => join.onRef('best.productId', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.slug',
      'p.name',
      'p.state',
      'p.mergedInto',
      'v.name as vendor',
      'best.until',
      sql<string>`coalesce(best.name, case when exists (select from review_cases k where k.product_id = p.id
        and k.state not in ('draft', 'closed', 'rejected_intake')) then 'in_review' else 'not_reviewed' end)`.as(
        'standing',
      ),
    ])
}

export function listCards(ids: string[], place: Place) {
  return cards(place, ids)
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** Also by an address of before. */
export async function findIdBySlug(slug: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('softwareProducts')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('slug', '=', slug),
        eb('id', 'in', eb.selectFrom('softwareSlugs').select('productId').where('slug', '=', slug)),
      ]),
    )
    .executeTakeFirst()
  return row?.id
}
