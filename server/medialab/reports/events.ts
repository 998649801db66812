import { event } from '#server/platform/bus.ts'

/** Something somebody had is over: they are asked how it was. */
export const reportAsked = event<{ bookingId: string }>('medialab.report-asked')
