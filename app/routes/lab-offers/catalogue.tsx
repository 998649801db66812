import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { catalogueFor } from '#server/medialab/offers/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { CatalogueForm } from './components/catalogue-form.tsx'
import { OfferCard } from './components/offer-card.tsx'

export const loader = visitorPage(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await catalogueFor(actor, asked)), asked }
})

export const meta: MetaFunction = () => [
  { title: 'Angebote – MediaLab – Lernen 25' },
  {
    name: 'description',
    content: 'Räume, Geräte, Koffer und Beratungen des Schulmedienzentrums Duisburg.',
  },
]

export default function Catalogue() {
  const { search, offers, asked, can } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(search).some((value) => value !== '' && value !== null)
  const linkTo = (to: number) =>
    `${paths.offers()}?${new URLSearchParams({ ...asked, seite: String(to) }).toString()}`
  return (
    <>
      <PageHead
        title="Angebote"
        meta="Was Sie im MediaLab nutzen und ausleihen können"
        actions={
          <>
            <ButtonLink to={paths.start()}>MediaLab</ButtonLink>
            {can.manage && <ButtonLink to={paths.manageOffers()}>Angebote verwalten</ButtonLink>}
            <ButtonLink to={paths.find()} variant="primary">
              Termin suchen
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        <CatalogueForm search={search} isFiltered={isFiltered} />
        <section aria-labelledby="gefunden" className="grid gap-4">
          <h2 id="gefunden" className="text-xl">
            {plural(offers.total, 'Angebot', 'Angebote')}
          </h2>
          {offers.rows.length > 0 ? (
            <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {offers.rows.map((offer) => (
                <OfferCard key={offer.id} offer={offer} />
              ))}
            </ul>
          ) : (
            <EmptyState
              title={
                search.q ? `Nichts zu „${search.q}“ gefunden.` : 'Dazu haben wir nichts im Katalog.'
              }
              action={
                <div className="flex flex-wrap gap-3">
                  <ButtonLink to={paths.offers()}>Alles zeigen</ButtonLink>
                  <ButtonLink to={paths.find()} variant="tertiary">
                    Termin suchen
                  </ButtonLink>
                </div>
              }
            >
              Lassen Sie ein Feld leer, oder suchen Sie mit einem anderen Wort.
            </EmptyState>
          )}
          <Pages
            label="Seiten der Angebote"
            page={offers.page}
            pages={offers.pages}
            linkTo={linkTo}
          />
        </section>
      </div>
    </>
  )
}
