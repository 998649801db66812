import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { SoftwareProducts } from '#db/types.ts'
import type { Change } from './rules.ts'

/** From here to the end of the transaction nobody else changes this product or what hangs on it. */
export async function lockProduct(id: string): Promise<void> {
  await db().selectFrom('softwareProducts').where('id', '=', id).select('id').forUpdate().execute()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateProduct(
  id: string,
  set: Omit<Updateable<SoftwareProducts>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('softwareProducts')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Vendor = { name: string; country: string; website: string }

/** The maker of this name, with what is said of it now. */
export async function putVendor({ name, ...about }: Vendor, createdAt: Date): Promise<string> {
  const known = await db()
    .selectFrom('vendors')
    .where(sql<boolean>`search_key(name) = search_key(${name})`)
    .select('id')
    .executeTakeFirst()
  if (known) {
    await db()
      .updateTable('vendors')
      .set({ name, ...about })
      .where('id', '=', known.id)
      .execute()
    return known.id
  }
  const { id } = await db()
    .insertInto('vendors')
    .values({ name, ...about, createdAt })
    .onConflict((conflict) => conflict.expression(sql`search_key(name)`).doUpdateSet({ ...about }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What facts were before: a review shows what has changed since the last one. */
export async function insertChanges(
  productId: string,
  changes: Change[],
  by: { personId: string; at: Date },
): Promise<void> {
  const rows: Insertable<SoftwareChangeRow>[] = changes.map((change) => ({
    ...{ ...change, ...by, productId },
  }))
  if (rows.length > 0) await db().insertInto('softwareChanges').values(rows).execute()
}

type SoftwareChangeRow = Change & { productId: string; personId: string; at: Date }
