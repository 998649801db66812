import type { DueWork } from '#server/platform/queue.ts'
import { removeReviewsBefore } from './sql.ts'

const A_DAY = 24 * 60 * 60 * 1000

/** A list that nobody took over within a day is forgotten. */
export const forgetImports: DueWork = {
  name: 'software.forget-imports',
  run: (now) => removeReviewsBefore(new Date(now.getTime() - A_DAY)),
}
