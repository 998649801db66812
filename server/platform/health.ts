import { version } from '../../package.json'
import { now } from './clock.ts'
import * as sql from './sql.ts'

/** How the house is doing, for a page that everybody may read: no addresses, no names, no error texts. */
export type Health = {
  version: string
  at: Date
  isDatabaseReachable: boolean
  /** Work of the queue that is due and not done yet; null when the database cannot be asked. */
  waitingJobs: number | null
}

export async function health(): Promise<Health> {
  const at = now()
  try {
    await sql.canReach()
    return { version, at, isDatabaseReachable: true, waitingJobs: await sql.countDueJobs() }
  } catch {
    return { version, at, isDatabaseReachable: false, waitingJobs: null }
  }
}
