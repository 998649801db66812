import { event } from '#server/platform/bus.ts'

type OfVisit = { visitId: string; actorId: string }

/** Anything a page of the visit shows is different now. */
export const visitChanged = event<{ visitId: string }>('visits.changed')
export const visitRequested = event<OfVisit>('visits.requested')
export const visitAccepted = event<OfVisit>('visits.accepted')
export const visitDeclined = event<OfVisit>('visits.declined')
/** Without an offer, by its host. */
export const visitAgreed = event<OfVisit>('visits.agreed')
export const visitCancelled = event<OfVisit>('visits.cancelled')
/** Its host has left the place where it was offered, before answering. */
export const visitWithdrawn = event<{ visitId: string }>('visits.withdrawn')
export const offerWithdrawn = event<{ offerId: string; from: 'plg' | 'school' }>(
  'visits.offer-withdrawn',
)
/** One of several visitors does not come. */
export const visitorLeft = event<OfVisit>('visits.left')
export const releaseDecided = event<
  OfVisit & { visitorId: string; release: 'granted' | 'refused' }
>('visits.release-decided')
