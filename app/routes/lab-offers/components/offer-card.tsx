import { Badge } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import type { OfferCard as Card } from '#server/medialab/offers/contract.ts'
import { amountWords } from '#server/medialab/offers/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { fieldNames, kindNames } from '#server/medialab/words.ts'

/** An offer in a list: the whole card can be pressed, only the name is the link. */
export function OfferCard({ offer }: { offer: Card }) {
  const { slug, name, kind, field, summary, minAge, needsInstruction } = offer
  const facts = [
    amountWords(offer),
    ...(minAge === null ? [] : [`ab ${minAge} Jahren`]),
    ...(needsInstruction ? ['mit Einweisung'] : []),
  ].filter(Boolean)
  return (
    <li className="relative flex min-w-0 flex-col gap-2 rounded-xl border border-linie bg-flaeche p-karte hover:bg-mulde">
      <div>
        <p className="text-sm text-leise">
          {[kindNames[kind], ...(field === '' ? [] : [fieldNames[field]])].join(' · ')}
        </p>
        <h3 className="text-lg">
          <Link
            to={paths.offer(slug)}
            prefetch="intent"
            className="wrap-anywhere hover:underline after:absolute after:inset-0"
          >
            {name}
          </Link>
        </h3>
      </div>
      {summary && <p className="grow">{summary}</p>}
      {facts.length > 0 && <p className="text-sm text-leise">{facts.join(' · ')}</p>}
      <OfferMarks offer={offer} />
    </li>
  )
}

type Marked = Pick<Card, 'kind' | 'class' | 'state'>

/** What must be seen at once: what all schools shall get one day, what nobody has taught with, what is not offered. */
export function OfferMarks({ offer: { kind, class: of, state } }: { offer: Marked }) {
  const isTrial = kind === 'set' && of === 'base'
  const isNew = kind === 'set' && of === 'innovation'
  if (!isTrial && !isNew && state === 'listed') return null
  return (
    <p className="flex flex-wrap gap-2">
      {isTrial && <Badge tone="aktion">Basisausstattung: zum Ausprobieren im MediaLab</Badge>}
      {isNew && <Badge tone="achtung">Neu: für Innovationsprojekte</Badge>}
      {state === 'draft' && <Badge tone="offen">Entwurf</Badge>}
      {state === 'retired' && <Badge tone="stopp">Nicht mehr angeboten</Badge>}
    </p>
  )
}
