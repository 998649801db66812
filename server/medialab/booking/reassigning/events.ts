import { event } from '#server/platform/bus.ts'

/** A booking of somebody who has left the school was given to somebody else there. */
export const bookingReassigned = event<{
  reassignmentId: string
  bookingId: string
  actorId: string
}>('medialab.booking-reassigned')
