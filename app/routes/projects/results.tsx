import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { NetworkTabs } from '#app/layout/network-tabs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths } from '#server/projects/paths.ts'
import { resultsFor } from '#server/projects/results/views.ts'
import { ResultFilter, resultAddress } from './components/result-filter.tsx'
import { ResultRow } from './components/result-row.tsx'

export const loader = visitorPage(({ actor, request, context }) => {
  const asked = new URL(request.url).searchParams
  const by = { actor, network: context.network }
  return resultsFor(by, asked, pageNumber(asked.get('seite')))
})

export const meta: MetaFunction = () => [{ title: 'Vorhaben – Lernen 25' }]

export default function Results() {
  const view = useLoaderData<typeof loader>()
  const isFiltered = Object.values(view.search).some(Boolean)
  return (
    <>
      {view.isSignedIn && <NetworkTabs />}
      <PageHead
        title="Vorhaben"
        meta="Was PLGs geplant, im Unterricht erprobt und veröffentlicht haben."
      />
      <ResultFilter view={view} />
      {view.total > 0 && (
        <p className="mb-2" role="status">
          {plural(view.total, 'Vorhaben', 'Vorhaben')}
        </p>
      )}
      {view.rows.length === 0 ? (
        <EmptyState
          title={
            isFiltered ? 'Dazu gibt es noch kein Vorhaben.' : 'Noch ist nichts veröffentlicht.'
          }
          action={isFiltered && <ButtonLink to={paths.results()}>Alle zeigen</ButtonLink>}
        >
          {!view.isSignedIn &&
            'Nach der Anmeldung sehen Sie auch, was nur für das Schulnetz veröffentlicht ist.'}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
          {view.rows.map((row) => (
            <ResultRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      <Pages
        label="Seiten der Vorhaben"
        page={view.page}
        pages={view.pages}
        linkTo={(number) => resultAddress(view.search, number)}
      />
    </>
  )
}
