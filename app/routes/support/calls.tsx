import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { NetworkTabs } from '#app/layout/network-tabs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { callsFor } from '#server/support/calls/views.ts'
import { paths } from '#server/support/paths.ts'
import { CallRow } from './components/call-row.tsx'
import { queryOf } from './components/query.ts'

export const loader = page(({ actor, request }) =>
  callsFor(actor, pageNumber(queryOf(request).get('seite'))),
)

export const meta: MetaFunction = () => [{ title: 'Aufrufe – Lernen 25' }]

export default function Calls() {
  const { calls, drafts, can } = useLoaderData<typeof loader>()
  return (
    <>
      <NetworkTabs />
      <PageHead
        title="Aufrufe"
        meta="SMZ, Schulträger und Beratung suchen Schulen, die etwas erproben."
        actions={
          can.start && (
            <ButtonLink variant="primary" to={paths.newCall()}>
              Aufruf starten
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-5">
        {drafts.length > 0 && (
          <Card title="Nicht veröffentlicht">
            <ul className="mt-3">
              {drafts.map((call) => (
                <CallRow key={call.id} call={call} />
              ))}
            </ul>
          </Card>
        )}
        {calls.rows.length === 0 ? (
          <EmptyState title="Zurzeit gibt es keinen Aufruf.">
            Eigene Ideen können Sie jederzeit vorschlagen.
          </EmptyState>
        ) : (
          <Card title="Veröffentlicht">
            <ul className="mt-3">
              {calls.rows.map((call) => (
                <CallRow key={call.id} call={call} />
              ))}
            </ul>
            <Pages
              label="Seiten der Aufrufe"
              page={calls.page}
              pages={calls.pages}
              linkTo={paths.calls}
            />
          </Card>
        )}
      </div>
    </>
  )
}
