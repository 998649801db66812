import type { SerializeFrom } from '@remix-run/node'
import type { bookingFor } from '#server/medialab/booking/views.ts'

export type BookingView = SerializeFrom<Awaited<ReturnType<typeof bookingFor>>>
export type DateView = BookingView['dates'][number]
