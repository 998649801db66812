import { event } from '#server/platform/bus.ts'

/** The SMZ said what becomes of a wish. */
export const wishAnswered = event<{ wishId: string; actorId: string }>('medialab.wish-answered')
