import { db } from '#db/client.ts'

/** PLGs that work with the app, the newest first; whoever shows them asks for their cards. */
export async function listIds(productId: string, limit: number): Promise<string[]> {
  const rows = await db()
    .selectFrom('softwarePlgs')
    .where('productId', '=', productId)
    .orderBy('attachedAt', 'desc')
    .orderBy('plgId')
    .limit(limit)
    .select('plgId')
    .execute()
  return rows.map(({ plgId }) => plgId)
}

export async function insert(row: {
  productId: string
  plgId: string
  attachedBy: string
  attachedAt: Date
}): Promise<void> {
  await db()
    .insertInto('softwarePlgs')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function remove(productId: string, plgId: string): Promise<void> {
  await db()
    .deleteFrom('softwarePlgs')
    .where('productId', '=', productId)
    .where('plgId', '=', plgId)
    .execute()
}
