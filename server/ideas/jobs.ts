import type { DueWork } from '#server/platform/queue.ts'
import { removeReviewsBefore } from './import/sql.ts'

const A_DAY = 24 * 60 * 60 * 1000

/** A reviewed file that nobody applied within a day is forgotten, with the addresses in it. */
export const forgetReviews: DueWork = {
  name: 'ideas.forget-reviews',
  run: (now) => removeReviewsBefore(new Date(now.getTime() - A_DAY)),
}
