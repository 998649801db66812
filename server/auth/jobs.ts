import type { DueWork } from '#server/platform/queue.ts'
import * as sql from './sql.ts'

const DAY = 24 * 60 * 60_000

/** Removes sessions that ended, links too old to be asked about, and sign-in events after 30 days (PR-5). */
export const tidyUp: DueWork = {
  name: 'auth.tidyUp',
  run: (now) =>
    sql.removeExpired(now, new Date(now.getTime() - DAY), new Date(now.getTime() - 30 * DAY)),
}
