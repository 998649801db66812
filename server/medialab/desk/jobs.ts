import { mailGoesAt } from '#server/notifications/views.ts'
import type { DueWork } from '#server/platform/queue.ts'
import { remindDue } from './overdue/commands.ts'

/**
 * Reminders of what is due (rule 18), in the hours in which mails go out. Which of them went out stands in the
 * database, so this may run as often as it likes.
 */
export const remindOfLoans: DueWork = {
  name: 'medialab.remind-of-loans',
  run: async (at) => {
    if (mailGoesAt(at) <= at) await remindDue(at)
  },
}
