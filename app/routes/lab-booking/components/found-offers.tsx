import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import {
  type BasketItem,
  type FoundNeed,
  type FoundOffer,
  type Search,
  withItem,
} from '#server/medialab/finding/contract.ts'
import { paths as finding } from '#server/medialab/finding/paths.ts'
import { searchWords, whenWords } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'

type Props = { search: Search; need: FoundNeed; basket: BasketItem[] }

/** What answers one need at the wished time: free first, then what is not, with its next free times. */
export function FoundOffers({ search, need, basket }: Props) {
  const title = need.quantity > 1 ? `${need.words}: ${need.quantity}` : need.words
  return (
    <Card title={title} level={3}>
      {need.offers.length === 0 ? (
        <EmptyState
          title={`Nichts zu „${need.words}“ gefunden.`}
          action={<ButtonLink to={paths.offers()}>Alle Angebote ansehen</ButtonLink>}
        >
          Suchen Sie mit einem anderen Wort. Wir merken uns, was gefehlt hat.
        </EmptyState>
      ) : (
        <List>
          {need.offers.map((offer) => (
            <OfferRow key={offer.slug} {...{ search, offer, basket }} />
          ))}
        </List>
      )}
      {need.hasMore && (
        <p className="mt-2 text-leise">Es gibt mehr davon. Suchen Sie mit einem genaueren Wort.</p>
      )}
    </Card>
  )
}

function OfferRow({
  search,
  offer,
  basket,
}: {
  search: Search
  offer: FoundOffer
  basket: BasketItem[]
}) {
  const { slug, name, isFree, sentence, times, kind, summary } = offer
  return (
    <li className="grid gap-2 py-zeile" data-testid={`angebot-${slug}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              to={paths.offer(slug)}
              className="inline-flex min-h-11 items-center font-semibold underline"
            >
              {name}
            </Link>
            <Fit offer={offer} />
          </p>
          <p className="text-sm text-leise">{summary || kindNames[kind]}</p>
        </div>
        <BasketLink {...{ search, offer, basket }} />
      </div>
      {!isFree && sentence.length > 40 && <p>{sentence}</p>}
      {times.length > 0 && (
        <div>
          <p className="text-sm text-leise">Frei ist es hier:</p>
          <ul className="flex flex-wrap gap-x-4">
            {times.map((when) => (
              <li key={whenWords(when)}>
                <Link
                  to={finding.search(search, { when })}
                  className="inline-flex min-h-11 items-center underline"
                >
                  {whenWords(when)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

function Fit({ offer: { isFree, isOpen, free, total, wanted } }: { offer: FoundOffer }) {
  if (isFree) return <Badge tone="ok">{searchWords.freeOf(free, total)}</Badge>
  if (isOpen) return <Badge tone="achtung">mit Vorhaben</Badge>
  if (free >= wanted) return <Badge tone="achtung">so nicht möglich</Badge>
  return <Badge tone={free > 0 ? 'achtung' : 'stopp'}>{searchWords.tooFew(free, total)}</Badge>
}

function BasketLink({
  search,
  offer,
  basket,
}: {
  search: Search
  offer: FoundOffer
  basket: BasketItem[]
}) {
  const { slug, name, isFree, isOpen, wanted } = offer
  const has = basket.find((item) => item.slug === slug)
  if (has)
    return (
      <ButtonLink
        to={finding.search(search, { basket: withItem(search.basket, slug, 0) })}
        icon={Minus}
        preventScrollReset
      >
        Aus dem Korb<span className="sr-only">: {name}</span>
      </ButtonLink>
    )
  if (!isFree && !isOpen) return null
  return (
    <ButtonLink
      to={finding.search(search, { basket: withItem(search.basket, slug, wanted) })}
      icon={Plus}
      preventScrollReset
    >
      In den Korb<span className="sr-only">: {name}</span>
    </ButtonLink>
  )
}
