import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgInvitations } from '#db/types.ts'

export function listAddresses(personIds: string[]) {
  return db()
    .selectFrom('persons')
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .select(['id', 'email'])
    .orderBy('id')
    .execute()
}

/** @returns the ids of those that are new */
export async function insertInvitations(rows: Insertable<PlgInvitations>[]): Promise<string[]> {
  if (rows.length === 0) return []
  const made = await db()
    .insertInto('plgInvitations')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}
