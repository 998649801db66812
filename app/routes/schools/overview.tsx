import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { SchoolFilter } from '#app/routes/schools/components/school-filter.tsx'
import { SchoolRows } from '#app/routes/schools/components/school-rows.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/schools/paths.ts'
import { schoolList } from '#server/schools/views.ts'

export const meta: MetaFunction = () => [{ title: 'Schulen – Lernen 25' }]

export const loader = visitorPage(({ request }) => schoolList(new URL(request.url).searchParams))

export default function Overview() {
  const { rows, page, pages, total, asked, inOperation, closing, forms, districts } =
    useLoaderData<typeof loader>()
  const isFiltered = Boolean(asked.q || asked.form || asked.district)
  const runningOut = closing > 0 ? `, ${plural(closing, 'läuft', 'laufen')} aus` : ''
  return (
    <>
      <PageHead
        title="Schulen"
        meta={`${plural(inOperation, 'Schule', 'Schulen')} in Betrieb${runningOut}`}
      />
      <SchoolFilter asked={asked} forms={forms} districts={districts} reset={paths.list()} />
      {rows.length === 0 ? (
        <NothingFound isFiltered={isFiltered} />
      ) : (
        <>
          {isFiltered && <p className="mb-2 text-leise">{plural(total, 'Treffer', 'Treffer')}</p>}
          <SchoolRows rows={rows} />
          <Pages
            label="Seiten der Schulliste"
            page={page}
            pages={pages}
            linkTo={(next) => paths.list(asked, next)}
          />
        </>
      )}
    </>
  )
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered)
    return (
      <EmptyState title="Hier stehen bald die Schulen Duisburgs.">
        Das amtliche Schulregister ist noch nicht übernommen. Das macht die technische Verwaltung.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Keine Schule gefunden"
      action={<ButtonLink to={paths.list()}>Alle Schulen zeigen</ButtonLink>}
    >
      Suchen Sie mit einem Teil des Namens, der Straße oder mit der Postleitzahl.
    </EmptyState>
  )
}
