import { event } from '#server/platform/bus.ts'
import type { Act } from './contract.ts'

/** Somebody did something with a booking: for the bell of those whom it concerns and did not do it. */
export const bookingActed = event<{
  bookingId: string
  /** Null: the house itself. */
  actorId: string | null
  act: Act
  /** A sentence of whoever did it. */
  reason: string
}>('medialab.booking-acted')
