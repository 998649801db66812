import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/medialab/paths.ts'
import { dayWords } from '#server/medialab/words.ts'
import { StateBadge } from './state-badge.tsx'
import type { BookingView, DateView } from './views.ts'

type Props = { booking: BookingView['booking']; date: DateView; isStaff: boolean }

const IN_USE = ['confirmed', 'prepared', 'out', 'partly_back', 'back']

/** One date: when, what, in which state, and what one can do with it now. */
export function DateRow({ booking, date, isStaff }: Props) {
  return (
    <li className="grid gap-2 py-zeile" data-date={date.position}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{date.when}</h3>
        <StateBadge state={date.state} />
        {date.isLateCancelled && <Badge tone="achtung">Spät storniert</Badge>}
        {date.extended > 0 && <Badge tone="aktion">Verlängert</Badge>}
      </div>
      <ul>
        {date.offers.map((offer) => (
          <li key={offer.slug} className="wrap-anywhere">
            {offer.quantity > 1 && `${offer.quantity} × `}
            <Link to={paths.offer(offer.slug)} className="underline">
              {offer.name}
            </Link>
            {offer.room && <span className="text-leise">, {offer.room}</span>}
            {offer.code && IN_USE.includes(date.state) && (
              <>
                {' · '}
                <Link to={paths.sticker(offer.code)} className="underline print:hidden">
                  Problem melden<span className="sr-only">: {offer.name}</span>
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {date.stateReason && <p className="text-leise wrap-anywhere">„{date.stateReason}“</p>}
      {date.needsConsent && (
        <p className="text-sm text-leise">
          {date.consentedAt
            ? `Die Schulleitung hat am ${day(date.consentedAt)} zugestimmt.`
            : 'Die Zustimmung der Schulleitung fehlt noch.'}
        </p>
      )}
      <DateActions booking={booking} date={date} isStaff={isStaff} />
    </li>
  )
}

function DateActions({ booking, date, isStaff }: Props) {
  const { can } = date
  if (!can.cancel && !can.move && !can.extend) return null
  return (
    <div className="grid gap-2 print:hidden">
      {can.cancel && !isStaff && <p className="text-sm text-leise">{cancelRule(date)}</p>}
      <div className="flex flex-wrap items-end gap-2">
        {can.move && (
          <ButtonLink to={paths.move(booking.number, date.position)}>
            Verschieben<span className="sr-only">: {date.when}</span>
          </ButtonLink>
        )}
        {can.extend && (
          <ButtonLink to={paths.move(booking.number, date.position)}>
            Verlängern<span className="sr-only">: {date.when}</span>
          </ButtonLink>
        )}
        {can.cancel && (
          <HouseForm className="" id={`stornieren-${date.position}`}>
            <input type="hidden" name="version" value={booking.version} />
            <input type="hidden" name="position" value={date.position} />
            <Button variant="secondary" name="intent" value="cancel">
              Stornieren<span className="sr-only">: {date.when}</span>
            </Button>
          </HouseForm>
        )}
      </div>
    </div>
  )
}

/** Rule 17, before the click. */
export function cancelRule({ state, freeUntil, isLate }: DateView): string {
  if (state === 'requested') return 'Ihre Anfrage können Sie jederzeit zurückziehen.'
  return isLate
    ? `Ohne Vermerk ging Stornieren bis ${dayWords(freeUntil)}. Jetzt wird es vermerkt; es kostet nichts.`
    : `Stornieren geht bis ${dayWords(freeUntil)} ohne Vermerk.`
}
