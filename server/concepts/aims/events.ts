import { event } from '#server/platform/bus.ts'

/** A proposal holds from now on, or was taken back; whoever proposed it hears why. */
export const aimDecided = event<{ aimId: string; actorId: string; isInForce: boolean }>(
  'concepts.aim-decided',
)
