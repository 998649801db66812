import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/visits/paths.ts'
import { visitsFor } from '#server/visits/views.ts'
import { VisitRows } from './components/visit-rows.tsx'

export const loader = page(({ actor, request }) =>
  visitsFor(actor, new URL(request.url).searchParams.get('seite')),
)

export const meta: MetaFunction = () => [{ title: 'Meine Besuche – Lernen 25' }]

export default function Visits() {
  const { visits } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Hospitation', to: paths.list() }, { label: 'Meine Besuche' }]}
      />
      <PageHead
        title="Meine Besuche"
        meta="Bei Ihnen und bei anderen. Die Liste sehen nur Sie."
        actions={<ButtonLink to={paths.own()}>Meine Angebote</ButtonLink>}
      />
      {visits.rows.length > 0 ? (
        <Card title="Besuche">
          <VisitRows visits={visits.rows} />
          <Pages
            label="Seiten der Liste"
            page={visits.page}
            pages={visits.pages}
            linkTo={paths.visits}
          />
        </Card>
      ) : (
        <EmptyState
          title="Noch kein Besuch."
          action={<ButtonLink to={paths.list()}>Angebote ansehen</ButtonLink>}
        >
          Fragen Sie einen Termin an oder öffnen Sie Ihren Unterricht.
        </EmptyState>
      )}
    </>
  )
}
