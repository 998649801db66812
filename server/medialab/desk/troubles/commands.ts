import { now } from '#server/platform/clock.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { schoolDaysAfter } from '../../opening/rules.ts'
import { labTroubled } from '../events.ts'
import type { Shortfall, TroubleKind } from './contract.ts'
import { shortfalls } from './rules.ts'
import * as sql from './sql.ts'

/** How far ahead a late return is taken for granted. */
const LATE_SCHOOL_DAYS = 5

/**
 * Looks anew at who can keep what of these things, inside the transaction that changed them. Whoever cannot is told at
 * once; what goes again is forgotten.
 */
export async function settleShortages(
  resourceIds: string[],
  actorId: string | null,
  publish: Publish,
): Promise<void> {
  const rows = await holdingsOf(resourceIds)
  await writeDown(
    'short',
    rows.map((row) => ({ ...row, short: shortfalls(row.holdings, row.capacity) })),
    { actorId, publish },
  )
}

/** The same for those who wait behind somebody who is late (rule 18): as if that one had it for some days more. */
export async function settleLate(resourceIds: string[], publish: Publish): Promise<void> {
  const until = momentOf(schoolDaysAfter(localDayOf(now()), LATE_SCHOOL_DAYS), '00:00').getTime()
  const rows = (await holdingsOf(resourceIds)).map((row) => {
    const anyway = new Set(shortfalls(row.holdings, row.capacity).map(({ dateId }) => dateId))
    const longer = row.holdings.map((one) =>
      one.isOut ? { ...one, to: Math.max(one.to, until) } : one,
    )
    const short = shortfalls(longer, row.capacity).filter(({ dateId }) => !anyway.has(dateId))
    return { ...row, short }
  })
  await writeDown('late', rows, { actorId: null, publish })
}

/** It is back: nobody waits for it any more. */
export async function forgetLate(resourceIds: string[]): Promise<void> {
  const at = now()
  for (const id of resourceIds) await sql.resolveOthers(id, 'late', [], at)
}

const holdingsOf = async (resourceIds: string[]) =>
  (await sql.listCapacity(resourceIds, now())).map(({ holdings, ...row }) => ({
    ...row,
    holdings: holdings.map(({ from, to, bookedAt, ...one }) => ({
      ...one,
      ...{ from: Date.parse(from), to: Date.parse(to), bookedAt: Date.parse(bookedAt) },
    })),
  }))

async function writeDown(
  kind: TroubleKind,
  rows: { resourceId: string; short: Shortfall[] }[],
  { actorId, publish }: { actorId: string | null; publish: Publish },
): Promise<void> {
  const at = now()
  const troubleIds: string[] = []
  for (const { resourceId, short } of rows) {
    const ids = short.map(({ dateId }) => dateId)
    await sql.resolveOthers(resourceId, kind, ids, at)
    troubleIds.push(...(await sql.insertNew(resourceId, kind, short, at)))
  }
  if (troubleIds.length > 0) publish(labTroubled({ troubleIds, actorId }))
}
