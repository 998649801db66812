import { event } from '#server/platform/bus.ts'

/** A school more, or less, waits for a case. */
export const demandChanged = event<{ caseId: string; productId: string }>('software.demand-changed')
