import { deleteClaims, insertClaims } from '../../placing/sql.ts'
import type { Weighed } from '../../placing/rules.ts'
import { lockResources } from '../../stock/sql.ts'
import { resourceIdsOf } from '../../stock/views.ts'
import type { Rehold } from './contract.ts'
import { offeredOf, weighAnew } from './views.ts'

/**
 * Gives dates what they are to hold from now on, all of them or none. Call it in the transaction that has locked their
 * booking; where something stands in the way nothing is changed.
 */
export async function holdAnew(change: Rehold): Promise<Weighed> {
  const offered = await offeredOf(change.offers)
  await lockResources(resourceIdsOf(offered.stock))
  const weighed = await weighAnew(change, offered)
  if (weighed.faults.length > 0) return weighed
  const ids = change.dates.map(({ id }) => id)
  await deleteClaims(ids)
  await insertClaims(
    weighed.kept.map(({ claims }, index) => ({ dateId: ids[index] ?? '', claims })),
  )
  return weighed
}
