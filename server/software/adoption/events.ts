import { event } from '#server/platform/bus.ts'

type OfSchool = { productId: string; schoolId: string; actorId: string }

/** A school decided about a use. */
export const adoptionDecided = event<OfSchool>('software.adoption-decided')
/** Somebody of a school asks the Schulleitung for an app. */
export const adoptionWished = event<OfSchool>('software.adoption-wished')
