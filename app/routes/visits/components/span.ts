import { type Instant, longDay, time } from '#app/ui/format.ts'

/** "Freitag, 27. November 2026, 08:00–08:45" */
export const spanOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) =>
  `${longDay(startsAt)}, ${time(startsAt)}–${time(endsAt)}`
