import { mailGoesAt } from '#server/notifications/views.ts'
import type { DueWork } from '#server/platform/queue.ts'
import { tellOfDue } from './commands.ts'

/** In the hours in which mails go out; what was told is not told again, so this may run as often as it likes. */
export const tellOfDueGoals: DueWork = {
  name: 'concepts.tell-of-due-goals',
  run: async (at) => {
    if (mailGoesAt(at) <= at) await tellOfDue(at)
  },
}
