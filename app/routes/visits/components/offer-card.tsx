import { Badge } from '#app/ui/badge.tsx'
import { longDay, plural, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { OfferCard as Offer } from '#server/visits/offers/contract.ts'
import { gradeWords, subjectWord } from './choices.ts'

/** An open classroom in a list: what one sees there, with whom, and when there is room. */
export function OfferCard({ offer }: { offer: Offer }) {
  const facts = [subjectWord(offer.subject), gradeWords(offer.gradeBands)].filter(Boolean)
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-xl border border-linie bg-flaeche p-karte">
      <div>
        <h3 className="text-lg wrap-anywhere">
          <Link to={offer.path} prefetch="intent" className="hover:underline">
            {offer.topic}
          </Link>
        </h3>
        <p className="mt-1 wrap-anywhere">
          {offer.host}, {offer.school}
        </p>
      </div>
      <p className="text-sm text-leise">{facts.join(' · ')}</p>
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {!offer.isOpen && <Badge tone="offen">Geschlossen</Badge>}
        {offer.visibility === 'plg' && <Badge tone="aktion">Nur in der PLG</Badge>}
        <span className="text-sm">
          {offer.nextFree
            ? `${longDay(offer.nextFree)}, ${time(offer.nextFree)} Uhr · ${plural(offer.freeSeats, 'freier Platz', 'freie Plätze')}`
            : 'Kein freier Platz'}
        </span>
      </div>
    </article>
  )
}
