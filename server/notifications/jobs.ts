import { actorOfPerson } from '#server/auth/session.ts'
import { fullName } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { type DueWork, job } from '#server/platform/queue.ts'
import { digest } from './mails/digest.ts'
import * as sql from './sql.ts'
import { readableOf } from './views.ts'

/** So many persons are queued in one minute; the rest follows in the next. */
const MOST_AT_ONCE = 2_000
const DAY = 24 * 60 * 60_000
/** How long a line is kept, read or not; privacy.ts says the same to the person. */
const KEPT = 90 * DAY

/**
 * One mail to one person with everything that is due and may be read now. It is noted after it was sent: a
 * crash in between repeats the mail and never loses it. What may not be read is noted too, without a mail.
 */
export const sendDigest = job<{ personId: string }>(
  'notifications.sendDigest',
  async ({ personId }) => {
    const at = now()
    const actor = await actorOfPerson(personId)
    if (!actor) return
    const due = await sql.listLinesDue(personId, at)
    if (due.length === 0) return
    const lines = await readableOf(actor, due)
    if (lines.length > 0) {
      const { email } = await sql.findAddress(personId)
      await sendLetter(digest({ name: fullName(actor), address: email }, lines))
    }
    await sql.updateMailed(due, at)
  },
)

/** Once a minute: queues one mail for each person to whom something is due. */
export const queueDigests: DueWork = {
  name: 'notifications.queueDigests',
  run: async (at) => {
    const personIds = await sql.listPersonsDue(at, MOST_AT_ONCE)
    if (personIds.length === 0) return
    await sendDigest.laterEach(
      personIds.map((personId) => ({ payload: { personId }, key: `digest:${personId}` })),
    )
  },
}

export const tidyUp: DueWork = {
  name: 'notifications.tidyUp',
  run: (at) => sql.removeOlderThan(new Date(at.getTime() - KEPT)),
}
