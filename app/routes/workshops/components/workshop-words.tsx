import { Badge, type Tone } from '#app/ui/badge.tsx'
import { type Instant, longDay, time } from '#app/ui/format.ts'
import type { SeatState, Standing } from '#server/medialab/workshops/contract.ts'
import { freeWords, seatNames, standingNames } from '#server/medialab/workshops/words.ts'

/** "Donnerstag, 10. Dezember 2026, 14:00–16:00 Uhr" */
export const spanOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) =>
  `${longDay(startsAt)}, ${time(startsAt)}–${time(endsAt)} Uhr`

const TONES: Record<Standing, Tone> = {
  ...{ draft: 'offen', cancelled: 'stopp', done: 'ok', over: 'offen', running: 'aktion' },
  ...{ closed: 'offen', full: 'achtung', open: 'ok' },
}

export function StandingBadge({ standing }: { standing: Standing }) {
  return <Badge tone={TONES[standing]}>{standingNames[standing]}</Badge>
}

const SEAT_TONES: Partial<Record<SeatState, Tone>> = {
  ...{ taken: 'ok', offered: 'achtung', requested: 'offen', waiting: 'offen' },
}

/** What one has oneself; what is over is not said in lists. */
export function SeatBadge({ state }: { state: SeatState }) {
  const tone = SEAT_TONES[state]
  return tone ? <Badge tone={tone}>{seatNames[state]}</Badge> : null
}

/** Seats that are free, where that still means something. */
export const seatsLine = ({
  standing,
  free,
  seats,
}: {
  standing: Standing
  free: number
  seats: number
}) =>
  standing === 'open' || standing === 'full' || standing === 'draft' ? freeWords(free, seats) : ''
