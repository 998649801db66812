import { type DueWork, job } from '#server/platform/queue.ts'
import { confirmNow } from './reactions.ts'
import { expireRequests } from './requests/commands.ts'
import * as sql from './sql.ts'

const MOST_AT_ONCE = 500

/** Once a minute: requests whose time has come without a word. */
export const expireUndecided: DueWork = { name: 'medialab.expireRequests', run: expireRequests }

export const sendConfirmation = job<{ bookingId: string }>(
  'medialab.sendConfirmation',
  ({ bookingId }) => confirmNow(bookingId),
)

/** Letters of what was booked at night. */
export const queueLetters: DueWork = {
  name: 'medialab.queueLetters',
  run: async (at) => {
    const ids = await sql.listLettersDue(at, MOST_AT_ONCE)
    if (ids.length > 0)
      await sendConfirmation.laterEach(
        ids.map((bookingId) => ({ payload: { bookingId }, key: `lab-letter:${bookingId}` })),
      )
  },
}
