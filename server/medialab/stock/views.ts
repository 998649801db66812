import type { Blocked, Claim, Stock } from './contract.ts'
import { byResource } from './rules.ts'
import * as sql from './sql.ts'

export const resourceIdsOf = (all: Stock[]): string[] => [
  ...new Set(
    all.flatMap(({ resources, room, staff }) => [
      ...[...resources, ...staff].map(({ id }) => id),
      ...(room ? [room.resource.id] : []),
    ]),
  ),
]

/** What these offers are made of and what is taken of it between two moments: two queries, whatever the number. */
export async function stockOf(
  offerIds: string[],
  span: Blocked,
): Promise<{ stock: Map<string, Stock>; held: ReadonlyMap<string, Claim[]> }> {
  const all = await sql.listStock(offerIds)
  const claims = await sql.listClaims(resourceIdsOf(all), span)
  return { stock: new Map(all.map((one) => [one.id, one])), held: byResource(claims) }
}
