import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ConditionKind } from '../../standing/contract.ts'
import type { Block } from './inputs.ts'

/** Building blocks in their order: those in use, or just these, retired or not. */
export function listBlocks(which: 'used' | 'all' | { ids: string[] }) {
  return db()
    .selectFrom('conditionBlocks')
    .$if(which === 'used', (query) => query.where('retiredAt', 'is', null))
    .$if(typeof which === 'object', (query) =>
      query.where(
        'id',
        '=',
        sql<string>`any(${typeof which === 'object' ? which.ids : []}::uuid[])`,
      ),
    )
    .orderBy('retiredAt', (order) => order.asc().nullsFirst())
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'text', 'isMandatory', 'retiredAt', sql<ConditionKind>`kind`.as('kind')])
    .execute()
}

export async function insertBlock(block: Block): Promise<string> {
  const { id } = await db()
    .insertInto('conditionBlocks')
    .values({
      ...block,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from condition_blocks)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateBlock(
  id: string,
  change: Partial<Block> & { retiredAt?: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('conditionBlocks')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
