import type { DueWork } from '#server/platform/queue.ts'
import { removeUploadsBefore } from './register/sql.ts'

const A_DAY = 24 * 60 * 60 * 1000

/** A reviewed file that nobody applied within a day is forgotten. */
export const forgetUploads: DueWork = {
  name: 'schools.forget-uploads',
  run: (now) => removeUploadsBefore(new Date(now.getTime() - A_DAY)),
}
