import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Apps of the directory that a Vorhaben names, in its own order. */
export function listLinked(projectId: string) {
  return db()
    .selectFrom('projectSoftware as w')
    .innerJoin('softwareProducts as p', 'p.id', 'w.productId')
    .where('w.projectId', '=', projectId)
    .where('p.state', 'in', ['listed', 'proposed'])
    .orderBy('w.position')
    .select(['w.name as as', 'p.id', 'p.name', 'p.slug', 'p.state'])
    .select(
      sql<boolean>`exists (select from review_cases k where k.product_id = p.id
        and k.state not in ('draft', 'closed', 'rejected_intake'))`.as('hasOpenCase'),
    )
    .execute()
}

/** Apps of the directory by their ids, by name. */
export function listProducts(ids: string[]) {
  return db()
    .selectFrom('softwareProducts as p')
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('p.state', 'in', ['listed', 'proposed'])
    .orderBy('p.name')
    .select(['p.name as as', 'p.id', 'p.name', 'p.slug', 'p.state'])
    .select(
      sql<boolean>`exists (select from review_cases k where k.product_id = p.id
        and k.state not in ('draft', 'closed', 'rejected_intake'))`.as('hasOpenCase'),
    )
    .execute()
}

/** Entries of the directory that these Vorhaben name, each once. */
export async function listProductsOf(projectIds: string[]): Promise<string[]> {
  const rows = await db()
    .selectFrom('projectSoftware')
    .where('projectId', '=', sql<string>`any(${projectIds}::uuid[])`)
    .where('productId', 'is not', null)
    .select('productId')
    .distinct()
    .execute()
  return rows.flatMap(({ productId }) => productId ?? [])
}

/** Names for a list to choose from: those that most schools can use first. */
export async function listNames(limit: number): Promise<string[]> {
  const rows = await db()
    .selectFrom('softwareProducts')
    .where('state', '=', 'listed')
    .where('lifecycle', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}
