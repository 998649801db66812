import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/documents/paths.ts'
import { PRESENT } from '#server/documents/versions/contract.ts'
import { layoutOf, paths as versionPaths, versionMark } from '#server/documents/versions/paths.ts'
import { compareFor } from '#server/documents/versions/views.ts'
import { words } from '#server/documents/versions/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { summaryOf } from '#server/rich-text/comparison/words.ts'
import { CompareBar } from './components/compare-bar.tsx'
import { CompareEnds } from './components/compare-ends.tsx'
import { CompareText } from '#app/comparison/compare-text.tsx'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'
import '#app/styles/document.css'

export const loader = page(({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  return compareFor(actor, placeOf(params), {
    // No version has the number 0: what names none is not found.
    from: versionMark(query.get('von')) ?? 0,
    to: versionMark(query.get('bis')) ?? 0,
    layout: layoutOf(query.get('ansicht')),
    page: pageNumber(query.get('seite')),
  })
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vergleich – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

export default function Compare() {
  const view = useLoaderData<typeof loader>()
  const { home, document, from, to, found, layout, can, now } = view
  const here = paths.compare(home.path, document, from?.number ?? PRESENT, to?.number ?? PRESENT)
  const back = (
    <ButtonLink to={paths.versions(home.path, document)}>Andere Stände vergleichen</ButtonLink>
  )
  return (
    <>
      <DocumentHead view={view} page="Vergleich" meta={document.title} actions={back} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <CompareEnds from={from} to={to} now={now} canRestore={can.restoreVersion} />
        {!found && <Notice tone="achtung" title={words.unreadable} />}
        {found?.total === 0 && (
          <EmptyState title="Kein Unterschied.">Beide Stände haben denselben Text.</EmptyState>
        )}
        {found && found.total > 0 && (
          <>
            <p className="text-lg font-semibold">{summaryOf(found.counts)}</p>
            <CompareBar layout={layout} here={here} first={firstOf(found.rows)} />
            <CompareText sections={found.rows} total={found.total} />
            <Pages
              label="Seiten des Vergleichs"
              page={found.page}
              pages={found.pages}
              linkTo={(number) => versionPaths.comparison(here, layout, number)}
            />
          </>
        )}
      </div>
    </>
  )
}

/** The number of the first change on this page. */
function firstOf(sections: { kind: string; at?: number }[]): number | undefined {
  return sections.find(({ kind }) => kind !== 'same')?.at
}
