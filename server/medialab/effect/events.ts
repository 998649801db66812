import { event } from '#server/platform/bus.ts'

/** A booked date does not fit any more, because the SMZ changed when it is open or what there is. */
export const datesUnfit = event<{ bookingId: string; actorId: string; reason: string }>(
  'medialab.dates-unfit',
)
