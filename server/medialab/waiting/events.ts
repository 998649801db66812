import { event } from '#server/platform/bus.ts'

/** What somebody waits for is held for them; `until` in words of the house. */
export const waitingOffered = event<{ entryId: string; until: string }>('medialab.waiting-offered')
export const waitingExpired = event<{ entryId: string }>('medialab.waiting-expired')
