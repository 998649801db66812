import { type MetaFunction, useLoaderData, useRevalidator } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { fundingsOfPlg } from '#server/support/funding/views.ts'
import { paths } from '#server/support/paths.ts'
import { requestsOfPlg } from '#server/support/requests/views.ts'
import { queryOf } from './components/query.ts'
import { FundingRow } from './components/funding-row.tsx'
import { RequestRow } from './components/request-row.tsx'

export const loader = page(async ({ actor, params, request }) => {
  const slug = params.plg ?? ''
  const number = pageNumber(queryOf(request).get('seite'))
  const [view, fundings] = await Promise.all([
    requestsOfPlg(actor, slug, number),
    fundingsOfPlg(actor, slug),
  ])
  return { ...view, fundings }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Unterstützung – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

/** What a PLG has asked for, and where it stands. */
export default function SupportOfPlg() {
  const { plg, requests, fundings, can, now } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  useNews(
    { kind: 'plg', id: plg.id },
    {
      onNews: ({ what }) => {
        if (what === 'support-changed') revalidate()
      },
      onReturn: revalidate,
    },
  )
  return (
    <>
      <Card
        title="Anfragen"
        aside={
          can.ask && (
            <ButtonLink variant="primary" to={paths.ask(plg.slug)}>
              Um Unterstützung bitten
            </ButtonLink>
          )
        }
      >
        {requests.rows.length === 0 ? (
          <EmptyState title="Sie haben noch um nichts gebeten.">
            Begleitung, Beratung, Moderation, Fortbildung oder Förderung: SMZ, Medienberatung,
            Fachberatung und Schulträger antworten hier.
          </EmptyState>
        ) : (
          <ul className="mt-3">
            {requests.rows.map((request) => (
              <RequestRow key={request.id} request={request} side="plg" now={now} />
            ))}
          </ul>
        )}
        <Pages
          label="Seiten der Anfragen"
          page={requests.page}
          pages={requests.pages}
          linkTo={(number) => `${paths.ofPlg(plg.slug)}?seite=${number}`}
        />
      </Card>
      <Card
        title="Förderanträge"
        lead="Geld vom Schulträger gibt es für Innovationsprojekte Ihrer PLG."
        aside={can.apply && <ButtonLink to={paths.newFunding()}>Förderung beantragen</ButtonLink>}
      >
        {fundings.length === 0 ? (
          <EmptyState title="Noch kein Förderantrag." />
        ) : (
          <ul className="mt-3">
            {fundings.map((funding) => (
              <FundingRow key={funding.id} funding={funding} />
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
