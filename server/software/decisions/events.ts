import { event } from '#server/platform/bus.ts'
import type { Change } from './contract.ts'

/** What holds of an app became another. `until`: until when a use that goes on may do so, where somebody said so. */
export const standingChanged = event<{
  productId: string
  actorId: string | null
  change: Change
  until?: string | null
  note?: string
}>('software.standing-changed')

/** A release ends in so many days. */
export const releaseEnding = event<{
  productId: string
  releaseId: string
  days: number
  until: string
  isPilot: boolean
}>('software.release-ending')

/** A pilot's last day is over: now its report is due. */
export const pilotEnded = event<{ productId: string; releaseId: string }>('software.pilot-ended')

/** A release against the opinion waits for a second person, or was settled. */
export const deviationProposed = event<{ proposalId: string; productId: string; actorId: string }>(
  'software.deviation-proposed',
)
