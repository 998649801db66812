import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths } from '#server/support/paths.ts'
import { inboxFor } from '#server/support/requests/views.ts'
import { toAddressee } from '#server/support/words.ts'
import { queryOf } from './components/query.ts'
import { OfficeTabs } from './components/office-tabs.tsx'
import { RequestRow } from './components/request-row.tsx'

export const loader = page(({ actor, request }) => {
  const query = queryOf(request)
  return inboxFor(actor, {
    isOver: query.get('ansicht') === 'erledigt',
    page: pageNumber(query.get('seite')),
  })
})

export const meta: MetaFunction = () => [{ title: 'Unterstützung – Lernen 25' }]

/** The inbox of those who answer requests. */
export default function Inbox() {
  const { addressees, isOver, requests, can, now } = useLoaderData<typeof loader>()
  const names = addressees.map((addressee) => toAddressee[addressee]).join(' und ')
  return (
    <>
      <PageHead title="Unterstützung" meta={`Anfragen ${names}`} />
      <OfficeTabs can={{ inbox: true, readBudget: can.readBudget }} />
      <Card
        title={isOver ? 'Erledigt, abgelehnt, zurückgezogen' : 'Offen und angenommen'}
        aside={
          <ButtonLink to={isOver ? paths.inbox() : paths.handled()}>
            {isOver ? 'Offene zeigen' : 'Erledigte zeigen'}
          </ButtonLink>
        }
        lead={requests.total > 0 && plural(requests.total, 'Anfrage', 'Anfragen')}
      >
        {requests.rows.length === 0 ? (
          <EmptyState title={isOver ? 'Noch nichts erledigt.' : 'Keine offene Anfrage.'}>
            PLGs bitten hier um Begleitung, Beratung, Moderation, Fortbildung oder Förderung.
          </EmptyState>
        ) : (
          <ul className="mt-3">
            {requests.rows.map((request) => (
              <RequestRow key={request.id} request={request} side="addressee" now={now} />
            ))}
          </ul>
        )}
        <Pages
          label="Seiten der Anfragen"
          page={requests.page}
          pages={requests.pages}
          linkTo={isOver ? paths.handled : paths.inbox}
        />
      </Card>
    </>
  )
}
