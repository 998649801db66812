import type { DueWork } from '#server/platform/queue.ts'
import { closeEndedRounds } from './closing/commands.ts'
import { remindOfTalks } from './commands.ts'

/** Two weeks before a talk whoever has not prepared is reminded, once. */
export const remindBefore: DueWork = { name: 'talks.remind-before', run: remindOfTalks }

/** A round that is over takes what both have signed with it. */
export const closePastRounds: DueWork = { name: 'talks.close-past-rounds', run: closeEndedRounds }
