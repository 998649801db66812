import type { DueWork } from '#server/platform/queue.ts'
import { remindOfTalks } from './commands.ts'

/** Two weeks before a talk whoever has not prepared is reminded, once. */
export const remindBefore: DueWork = { name: 'talks.remind-before', run: remindOfTalks }
