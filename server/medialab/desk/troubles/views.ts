import type { Trouble } from './contract.ts'
import * as sql from './sql.ts'
import { troubleWords } from './words.ts'

/**
 * What stands in the way of dates that were promised, for pages of bookings: too little of it is usable, or somebody
 * has not brought it back. Whoever shows it has asked for the right to see the booking.
 */
export async function troublesOf(dateIds: string[]): Promise<Trouble[]> {
  if (dateIds.length === 0) return []
  const rows = await sql.listOpenOf(dateIds)
  return rows.map(({ dateId, kind, missing, offer }) => ({
    ...{ dateId, kind, missing },
    sentence: troubleWords[kind](missing, offer),
  }))
}
