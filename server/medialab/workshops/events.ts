import { event } from '#server/platform/bus.ts'

/** Something of a workshop that everybody may see has changed: its words, its seats. */
export const workshopChanged = event<{ workshopId: string }>('medialab.workshop-changed')
/** Time or place is another one; whoever has a seat or waits is to know. */
export const workshopMoved = event<{ workshopId: string; actorId: string }>(
  'medialab.workshop-moved',
)
export const workshopCancelled = event<{
  workshopId: string
  actorId: string
  personIds: string[]
  reason: string
}>('medialab.workshop-cancelled')
export const materialPublished = event<{ workshopId: string; actorId: string }>(
  'medialab.workshop-material',
)

type AboutSeat = { workshopId: string; seatId: string }
/** A seat came free for somebody; `until` in words of the house. */
export const seatOffered = event<AboutSeat & { until: string }>('medialab.seat-offered')
export const seatExpired = event<AboutSeat>('medialab.seat-expired')
export const seatRequested = event<AboutSeat & { actorId: string }>('medialab.seat-requested')
export const seatDecided = event<
  AboutSeat & { actorId: string; isApproved: boolean; reason: string }
>('medialab.seat-decided')
