import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../policy.ts'
import type { BulkEdit } from './inputs.ts'
import * as sql from './sql.ts'

/** Sets one field of many apps at once. @returns how many have changed */
export async function editMany(actor: Actor, { ids, change }: BulkEdit): Promise<number> {
  authorize(may.curate, actor, {})
  return transaction(async () => {
    const count = await sql.setField(ids, change, { personId: actor.id, at: now() })
    if (count > 0)
      await record(actor, {
        ...{ action: 'software.bulk-edited', thingKind: 'software', thingId: ids[0] ?? '' },
        details: { ...change, count },
      })
    return count
  })
}
