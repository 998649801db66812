import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { page } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/visits/paths.ts'
import { visitsOfPlg } from '#server/visits/views.ts'
import { VisitRows } from './components/visit-rows.tsx'

export const loader = page(({ actor, params, request }) =>
  visitsOfPlg(actor, params.plg ?? '', new URL(request.url).searchParams.get('seite')),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Hospitationen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function VisitsOfPlg() {
  const { plg, visits } = useLoaderData<typeof loader>()
  const agree = (
    <ButtonLink to={paths.agree(plg.slug)} icon={Plus}>
      Besuch verabreden
    </ButtonLink>
  )
  if (visits.rows.length === 0)
    return (
      <EmptyState title="Noch kein Besuch, von dem Sie hier lesen können." action={agree}>
        Hier stehen Ihre eigenen Besuche in dieser PLG und die, die jemand mit allen teilt.
      </EmptyState>
    )
  return (
    <Card
      title="Hospitationen"
      aside={agree}
      lead="Ihre eigenen Besuche in dieser PLG und die, die jemand mit allen teilt."
    >
      <VisitRows visits={visits.rows} />
      <Pages
        label="Seiten der Liste"
        page={visits.page}
        pages={visits.pages}
        linkTo={(page) => paths.ofPlg(plg.slug, page)}
      />
    </Card>
  )
}
