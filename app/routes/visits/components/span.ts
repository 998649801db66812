import { type Instant, longDay, time } from '#app/ui/format.ts'

/** "Freitag, 27. November 2026, 08:00 bis 08:45 Uhr" */
export const spanOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) =>
  `${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr`
