import type { DueWork } from '#server/platform/queue.ts'
import { UNDO_HOURS } from './contract.ts'
import { removeDeletedBefore } from './sql.ts'

/** What a host took away is gone for good after a day. */
export const forgetDeleted: DueWork = {
  name: 'visits.forget-deleted',
  run: (now) => removeDeletedBefore(new Date(now.getTime() - UNDO_HOURS * 3_600_000)),
}
