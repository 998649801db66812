import type { DueWork } from '#server/platform/queue.ts'
import { INVITATION_DAYS } from './contract.ts'
import { removeUnanswered } from './invitations/sql.ts'
import { giveUpSeats } from './members/commands.ts'
import { listOrphaned } from './members/sql.ts'

const DAY = 24 * 60 * 60_000

/** A role at a school can be taken back by mistake and given again; after a day it is meant. */
const GRACE = DAY

/** People who are no longer at the school they sit for, by end or by date: the seat belongs to the school. */
export const giveUpOrphanedSeats: DueWork = {
  name: 'plg.give-up-orphaned-seats',
  run: async (now) => {
    const since = new Date(now.getTime() - GRACE)
    for (const { personId, schoolId } of await listOrphaned(since))
      if (schoolId) await giveUpSeats(personId, schoolId)
  },
}

export const forgetInvitations: DueWork = {
  name: 'plg.forget-invitations',
  run: (now) => removeUnanswered(new Date(now.getTime() - INVITATION_DAYS * DAY)),
}
