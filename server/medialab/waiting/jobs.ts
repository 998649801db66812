import type { DueWork } from '#server/platform/queue.ts'
import { keepWaitingGoing } from './commands.ts'

/** Offers of the waiting list that nobody answered, wishes whose time has come. */
export const passOffersOn: DueWork = { name: 'medialab.pass-offers-on', run: keepWaitingGoing }
