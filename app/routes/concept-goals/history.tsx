import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { when } from '#app/ui/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { historyFor } from '#server/concepts/history/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params, request }) =>
  historyFor(
    actor,
    params.school ?? '',
    pageNumber(new URL(request.url).searchParams.get('seite')),
  ),
)

export const meta: MetaFunction = () => [{ title: 'Verlauf – Medienkonzept – Lernen 25' }]

/** What happened in the working copy, the newest first. */
export default function History() {
  const { rows, page: number, pages, now } = useLoaderData<typeof loader>()
  return (
    <>
      <SubHead
        title="Verlauf"
        meta="Änderungen, Zwischenstände, Rückblick und Versionen. Nur Ihre Schule liest das."
      />
      {rows.length === 0 ? (
        <EmptyState title="Hier steht noch nichts." />
      ) : (
        <Card title="Was geschehen ist">
          <List>
            {rows.map(({ id, at, by, sentence, quote, path }) => (
              <li key={id} className="py-zeile">
                <p className="text-sm text-leise">
                  {when(at, now)}, {by}
                </p>
                <p className="wrap-anywhere">
                  {path ? <Link to={path}>{sentence}</Link> : sentence}
                </p>
                {quote && (
                  <p className="mt-1 border-l-4 border-linie pl-3 wrap-anywhere whitespace-pre-line">
                    {quote}
                  </p>
                )}
              </li>
            ))}
          </List>
          <Pages
            label="Seiten des Verlaufs"
            page={number}
            pages={pages}
            linkTo={(next) => `?seite=${next}`}
          />
        </Card>
      )}
    </>
  )
}
