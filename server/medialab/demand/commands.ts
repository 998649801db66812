import { now } from '#server/platform/clock.ts'
import type { Unmet } from './contract.ts'
import * as sql from './sql.ts'

/** Keeps what was wanted and not had (R36-10): what is bought next is decided by it. */
export async function recordUnmet(all: Unmet[]): Promise<void> {
  if (all.length === 0) return
  const at = now()
  await sql.insertUnmet(all.map((one) => ({ ...one, at, wanted: one.wanted.slice(0, 200) })))
}
