import type { DueWork } from '#server/platform/queue.ts'
import { removeContacts } from './barriers/sql.ts'
import { removeHandledBefore } from './reports/sql.ts'

const DAY = 24 * 60 * 60_000
/** What privacy.ts promises. */
const REPORTS_KEPT = 2 * 365 * DAY
const CONTACTS_KEPT = 90 * DAY

export const tidyUp: DueWork = {
  name: 'moderation.tidyUp',
  run: async (now) => {
    await removeHandledBefore(new Date(now.getTime() - REPORTS_KEPT))
    await removeContacts(new Date(now.getTime() - CONTACTS_KEPT))
  },
}
