import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { page } from '#app/http/page.ts'
import { NetworkTabs } from '#app/layout/network-tabs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { marketFor } from '#server/visits/offers/views.ts'
import { paths } from '#server/visits/paths.ts'
import { FacetForm } from './components/facet-form.tsx'
import { OfferCard } from './components/offer-card.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await marketFor(actor, asked)), asked }
})

export const meta: MetaFunction = () => [{ title: 'Hospitation – Lernen 25' }]

export default function Market() {
  const { search, facets, offers, can, asked } = useLoaderData<typeof loader>()
  const { shelf, ...chosen } = search
  const isFiltered = shelf !== 'open' || Object.values(chosen).some(Boolean)
  const linkTo = (to: number) =>
    `${paths.list()}?${new URLSearchParams({ ...asked, seite: String(to) }).toString()}`
  return (
    <>
      <NetworkTabs />
      <PageHead
        title="Hospitation"
        meta="Lehrkräfte öffnen ihren Unterricht für andere. Ein Besuch ist keine Beurteilung: Was dort gesprochen wird, gehört der Lehrkraft, die ihre Tür öffnet."
        actions={
          <>
            {can.create && (
              <ButtonLink to={paths.new()} icon={Plus} variant="primary">
                Unterricht öffnen
              </ButtonLink>
            )}
            <ButtonLink to={paths.visits()}>Meine Besuche</ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        <FacetForm {...{ search, facets, isFiltered }} />
        <section aria-labelledby="gefunden" className="grid gap-4">
          <h2 id="gefunden" className="text-xl">
            {plural(offers.total, 'Angebot', 'Angebote')}
          </h2>
          {offers.rows.length > 0 ? (
            <div className="grid gap-4 lg:grid-cols-2">
              {offers.rows.map((offer) => (
                <OfferCard key={offer.id} offer={offer} />
              ))}
            </div>
          ) : (
            <Nothing isFiltered={isFiltered} canCreate={can.create} />
          )}
          <Pages label="Seiten der Liste" page={offers.page} pages={offers.pages} linkTo={linkTo} />
        </section>
      </div>
    </>
  )
}

function Nothing({ isFiltered, canCreate }: { isFiltered: boolean; canCreate: boolean }) {
  if (isFiltered)
    return (
      <EmptyState
        title="Kein Angebot zu dieser Auswahl."
        action={<ButtonLink to={paths.list()}>Alles zeigen</ButtonLink>}
      >
        Lassen Sie ein Feld leer oder wählen Sie einen früheren Tag.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Zurzeit ist kein Platz frei."
      action={canCreate && <ButtonLink to={paths.new()}>Unterricht öffnen</ButtonLink>}
    >
      Eine Stunde, ein Thema, ein freier Stuhl: Mehr braucht es nicht.
    </EmptyState>
  )
}
