import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { type BasketItem, type Search, withItem } from '#server/medialab/finding/contract.ts'
import { paths as finding, wishOf } from '#server/medialab/finding/paths.ts'
import { whenWords } from '#server/medialab/finding/words.ts'

type Props = { search: Search; basket: (BasketItem & { name: string })[]; isVisitor: boolean }

/** What was chosen so far; it lives in the address alone. */
export function Basket({ search, basket, isVisitor }: Props) {
  const wish = wishOf(search)
  return (
    <Card title="Korb" className="self-start lg:sticky lg:top-4">
      {basket.length === 0 ? (
        <p className="text-leise">Noch leer. Legen Sie hinein, was Sie zusammen buchen möchten.</p>
      ) : (
        <div className="grid gap-3">
          <p>{whenWords(wish)}</p>
          <List>
            {basket.map(({ slug, name, quantity }) => (
              <li key={slug} className="flex flex-wrap items-center justify-between gap-x-3">
                <span className="min-w-0">
                  {quantity > 1 && `${quantity} × `}
                  {name}
                </span>
                <Link
                  to={finding.search(search, { basket: withItem(search.basket, slug, 0) })}
                  preventScrollReset
                  className="inline-flex min-h-11 items-center underline"
                >
                  Entfernen<span className="sr-only">: {name}</span>
                </Link>
              </li>
            ))}
          </List>
          <ButtonLink to={finding.book(basket, wish)} variant="primary">
            Weiter zur Buchung
          </ButtonLink>
          {isVisitor && (
            <p className="text-sm text-leise">
              Zum Buchen melden Sie sich an. Danach geht es hier weiter.
            </p>
          )}
        </div>
      )}
    </Card>
  )
}
