import type { DueWork } from '#server/platform/queue.ts'
import { forgetPreviews as forget } from './commands.ts'

/** Lists that were looked at and never taken. */
export const forgetPreviews: DueWork = { name: 'equipment.forget-previews', run: forget }
