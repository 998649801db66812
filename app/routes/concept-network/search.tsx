import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { conceptSearchFor } from '#server/concepts/network/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { ConceptCard } from './components/concept-card.tsx'
import { OwnConcepts } from './components/own-concepts.tsx'
import { SearchForm } from './components/search-form.tsx'

export const loader = visitorPage(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await conceptSearchFor(actor, asked)), asked }
})

export const meta: MetaFunction = () => [
  { title: 'Konzepte – Lernen 25' },
  {
    name: 'description',
    content:
      'Medienkonzepte Duisburger Schulen: Ziele, Unterricht und Erfahrungen, veröffentlicht.',
  },
]

const COMPARING = 'nebeneinander'

export default function ConceptSearch() {
  const { search, facets, concepts, own, canBegin, asked } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(search).some(Boolean)
  const linkTo = (to: number) => paths.search({ ...asked, seite: to })
  return (
    <>
      <PageHead
        title="Konzepte"
        meta="Was Duisburger Schulen mit Medien vorhaben und was daraus wurde."
        actions={<ButtonLink to={paths.networkGoals()}>Netzwerkziele</ButtonLink>}
      />
      <div className="grid gap-5">
        <OwnConcepts own={own} canBegin={canBegin} />
        <SearchForm {...{ search, facets, isFiltered }} />
        <section aria-labelledby="gefunden" className="grid gap-4">
          <h2 id="gefunden" className="text-xl">
            {plural(concepts.total, 'veröffentlichtes Konzept', 'veröffentlichte Konzepte')}
          </h2>
          {concepts.rows.length > 0 ? (
            <>
              <div className="grid items-start gap-4 lg:grid-cols-2">
                {concepts.rows.map((concept) => (
                  <ConceptCard key={concept.id} concept={concept} comparing={COMPARING} />
                ))}
              </div>
              <form
                id={COMPARING}
                method="get"
                action={paths.compareSchools([]).split('?')[0]}
                className="flex flex-wrap gap-3"
              >
                <Button variant="secondary">Ausgewählte nebeneinander lesen</Button>
                <p className="self-center text-leise">Kreuzen Sie zwei oder drei Schulen an.</p>
              </form>
            </>
          ) : (
            <Nothing q={search.q} isFiltered={isFiltered} />
          )}
          <Pages
            label="Seiten der Konzepte"
            page={concepts.page}
            pages={concepts.pages}
            linkTo={linkTo}
          />
        </section>
      </div>
    </>
  )
}

function Nothing({ q, isFiltered }: { q: string; isFiltered: boolean }) {
  if (!isFiltered)
    return (
      <EmptyState title="Noch hat keine Schule ihr Konzept veröffentlicht.">
        Sobald eine Schule ihr Konzept freigibt, steht es hier.
      </EmptyState>
    )
  return (
    <EmptyState
      title={q ? `Kein Konzept zu „${q}“ gefunden.` : 'Kein Konzept gefunden.'}
      action={
        <div className="flex flex-wrap gap-3">
          {q && <ButtonLink to={paths.search({ q })}>Ohne Filter suchen</ButtonLink>}
          {q && (
            <ButtonLink to={`/suche?${new URLSearchParams({ q }).toString()}`}>
              Auch in Vorhaben und MediaLab suchen
            </ButtonLink>
          )}
          <ButtonLink to={paths.list()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        </div>
      }
    >
      Suchen Sie mit einem Wort weniger oder mit einem anderen, zum Beispiel „Quellen“, „Video“ oder
      „Ausleihe“.
    </EmptyState>
  )
}
