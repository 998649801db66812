import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { reasonNames, stateNames } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import type { QueueRow } from '#server/software/review/contract.ts'
import { deskFor } from '#server/software/review/views.ts'
import { DeskFilters, filterPath } from './components/desk-filters.tsx'
import { ReviewAgain } from './components/review-again.tsx'
import { useDeskNews } from './components/use-desk-news.ts'

export const loader = page(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  return deskFor(actor, { filter: asked.get('stand'), page: pageNumber(asked.get('seite')) })
})

export const meta: MetaFunction = () => [{ title: 'Prüfstelle – Lernen 25' }]

/** What waits for a review: by what it needs, and what ends soon. */
export default function Desk() {
  const view = useLoaderData<typeof loader>()
  const { filter, counts, rows, total } = view
  useDeskNews()
  return (
    <>
      <PageHead
        title="Prüfstelle"
        meta="Datenschutz von Lernsoftware"
        actions={
          <>
            {view.mayTriage && <ButtonLink to={paths.triage()}>Durchsicht</ButtonLink>}
            {view.seesReleases && <ButtonLink to={paths.releases()}>Freigaben</ButtonLink>}
            <ButtonLink to={paths.blocks()}>Auflagen</ButtonLink>
          </>
        }
      />
      <DeskFilters filter={filter} counts={counts} />
      {total === 0 ? (
        <EmptyState title="Hier liegt nichts.">
          Neue Vorschläge kommen über die Durchsicht des Schulmedienzentrums.
        </EmptyState>
      ) : (
        <Table
          stacks
          caption={plural(total, 'Prüfung', 'Prüfungen')}
          rows={rows}
          rowKey={({ slug, number }) => `${number ?? slug}`}
          columns={[
            { key: 'app', title: 'App', cell: (row) => <AppCell row={row} /> },
            { key: 'state', title: 'Stand', cell: (row) => <StateCell row={row} /> },
            {
              key: 'days',
              title: filter === 'expired' ? 'Abgelaufen seit' : 'Alter',
              cell: ({ days, number }) =>
                number === null && filter !== 'expired' ? '–' : ageWords(days),
            },
            {
              key: 'schools',
              title: 'Es warten',
              cell: ({ schools }) => (schools === 0 ? '–' : plural(schools, 'Schule', 'Schulen')),
            },
            {
              key: 'until',
              title: 'Freigabe bis',
              cell: ({ until }) => (until ? day(until) : '–'),
            },
          ]}
        />
      )}
      <Pages
        label="Seiten der Prüfstelle"
        page={view.page}
        pages={view.pages}
        linkTo={(number) => filterPath(filter, number)}
      />
    </>
  )
}

const ageWords = (days: number) => (days === 0 ? 'heute' : plural(days, 'Tag', 'Tage'))

function AppCell({ row: { app, slug, number } }: { row: QueueRow }) {
  return (
    <Link
      to={number === null ? paths.product(slug) : paths.review(number)}
      prefetch="intent"
      className="-my-2.5 inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
    >
      {app}
    </Link>
  )
}

function StateCell({ row }: { row: QueueRow }) {
  const { state, reason, number, neededBy, waitingUntil, priority, slug } = row
  if (number === null || !state) return <ReviewAgain slug={slug} />
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={waitingUntil ? 'achtung' : 'aktion'}>{stateNames[state]}</Badge>
      <p className="text-sm text-leise">
        {[
          reason && reasonNames[reason],
          priority === 'high' && 'dringend',
          waitingUntil && `Antwort bis ${day(waitingUntil)}`,
          neededBy && `gebraucht bis ${day(neededBy)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
