import type { DueWork } from '#server/platform/queue.ts'
import { keepSeatsGoing } from './seats/commands.ts'

/** Seats that came free, offers nobody answered, lines that end. */
export const passSeatsOn: DueWork = { name: 'medialab.pass-seats-on', run: keepSeatsGoing }
