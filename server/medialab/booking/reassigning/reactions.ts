import { membershipEnded } from '#server/accounts/events.ts'
import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { headsOf } from '../sql.ts'
import { bookingReassigned } from './events.ts'
import * as sql from './sql.ts'

/** Of so many the Schulleitung is told one by one; all of them are on the page. */
const MOST_TOLD = 20

/** Who leads the school hears what is left behind, also when it was them who ended the membership. */
async function tellHeads({ personId, schoolId }: { personId: string; schoolId: string | null }) {
  if (schoolId === null) return
  const at = now()
  for (const id of await sql.listLeftBy(personId, schoolId, { at, limit: MOST_TOLD }))
    await notify({
      ...{ kind: 'medialab.left-behind', thing: { kind: 'lab-booking', id }, actorId: null },
      ...{ audience: headsOf(id, at), mail: 'soon' },
    })
}

type Reassigned = { reassignmentId: string; bookingId: string; actorId: string }

/** Who has it now, and who had it. */
async function tellBoth({ reassignmentId, bookingId, actorId }: Reassigned): Promise<void> {
  await notify({
    ...{ kind: 'medialab.reassigned-to-you', thing: { kind: 'lab-booking', id: bookingId } },
    ...{ actorId, audience: sql.personOf(reassignmentId, 'toPerson'), mail: 'soon' },
  })
  await notify({
    ...{ kind: 'medialab.reassigned-from-you', mail: 'digest' },
    thing: { kind: 'lab-reassignment', id: reassignmentId },
    ...{ actorId, audience: sql.personOf(reassignmentId, 'fromPerson') },
  })
}

export const reactions = [
  durable(membershipEnded, 'medialab.tell-left-behind', tellHeads),
  durable(bookingReassigned, 'medialab.tell-reassigned', tellBoth),
]
