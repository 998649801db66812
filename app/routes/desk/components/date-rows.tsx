import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import type { DateState } from '#server/medialab/contract.ts'
import type { DeskDate } from '#server/medialab/desk/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { stateNames } from '#server/medialab/words.ts'
import { day, type Instant, time } from '#app/ui/format.ts'

export type ShownDate = Omit<DeskDate, 'startsAt' | 'endsAt'> & {
  startsAt: Instant
  endsAt: Instant
}

const TONES: Partial<Record<DateState, Tone>> = {
  ...{ confirmed: 'aktion', prepared: 'ok', out: 'aktion', partly_back: 'achtung', back: 'ok' },
}

/** "27.11.2026 bis 01.12.2026"; in the lab from hour to hour. */
export function timesOf({
  startsAt,
  endsAt,
  isLoan,
}: Pick<ShownDate, 'startsAt' | 'endsAt' | 'isLoan'>) {
  if (!isLoan) return `${day(startsAt)}, ${time(startsAt)}–${time(endsAt)} Uhr`
  const last = day(new Date(endsAt).getTime() - 1)
  return day(startsAt) === last ? last : `${day(startsAt)} bis ${last}`
}

export const whoOf = ({ person, school }: Pick<ShownDate, 'person' | 'school'>) =>
  [person ?? 'Ehemaliges Mitglied', school].filter(Boolean).join(', ')

/** Where one goes on with a date: out, back, or to its page. */
function wayTo({ state, bookingNumber, position }: ShownDate): string {
  const to =
    state === 'confirmed' || state === 'prepared'
      ? paths.handOut(bookingNumber)
      : state === 'out' || state === 'partly_back'
        ? paths.takeBack(bookingNumber)
        : undefined
  if (!to) return paths.booking(bookingNumber)
  return position === 1 ? to : `${to}?termin=${position}`
}

/** Dates under each other; the whole row leads on. */
export function DateRows({ dates }: { dates: ShownDate[] }) {
  return (
    <List>
      {dates.map((date) => (
        <li key={date.id} className="relative py-zeile">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <Link
              to={wayTo(date)}
              className="font-semibold after:absolute after:inset-0 hover:underline"
            >
              {date.offers.join(', ') || 'Termin'} · {date.bookingNumber}
            </Link>
            <Badge tone={TONES[date.state] ?? 'offen'}>{stateNames[date.state]}</Badge>
          </div>
          <p className="text-sm text-leise">
            {whoOf(date)} · {timesOf(date)}
          </p>
        </li>
      ))}
    </List>
  )
}
