import type { DueWork } from '#server/platform/queue.ts'
import { removeOld } from './sql.ts'

export const forgetDrafts: DueWork = { name: 'software.forget-drafts', run: removeOld }
