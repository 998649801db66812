import { event } from '#server/platform/bus.ts'

/** Something was booked, or asked for. */
export const labBooked = event<{ bookingId: string; actorId: string }>('medialab.booked')
/** One or more of its dates changed: when, with what, or the state they are in. */
export const labChanged = event<{ bookingId: string; dateIds: string[]; actorId: string | null }>(
  'medialab.changed',
)
/** What these dates held is free again: whoever waits for it may get it. */
export const labReleased = event<{ dateIds: string[] }>('medialab.released')
