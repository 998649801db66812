import type { DueWork } from '#server/platform/queue.ts'
import { keepDeadlines } from './questions/commands.ts'
import { reviewAgain } from './reopening/commands.ts'

/** What happens at the desk when nobody does anything. */
export const keepReviewsGoing: DueWork = {
  name: 'software.keep-reviews-going',
  run: async (now) => {
    await keepDeadlines(now)
    await reviewAgain(now)
  },
}
