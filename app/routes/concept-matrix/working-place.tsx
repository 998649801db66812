import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { workingPlaceFor } from '#server/concepts/matrix/places/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { PlaceView } from './components/place-view.tsx'

export const loader = page(({ actor, params, request }) =>
  workingPlaceFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Kompetenz'} – ${data?.school.name ?? ''} – Lernen 25` },
]

/** What stands at one place of the working matrix, and how to put more there. */
export default function WorkingPlace() {
  const view = useLoaderData<typeof loader>()
  const { school, can, at } = view
  return (
    <PlaceView view={view}>
      <div className="mt-4 flex flex-wrap gap-3 print:hidden">
        {can.write && (
          <ButtonLink to={paths.linkedProjects(school.slug, { zu: at.row })}>
            Vorhaben verknüpfen
          </ButtonLink>
        )}
        {can.writeSome && (
          <ButtonLink to={paths.newCells(school.slug, { zu: at.row })}>
            Unterrichtsvorhaben eintragen
          </ButtonLink>
        )}
        <ButtonLink variant="tertiary" to={paths.workingMatrix(school.slug)}>
          Zurück zur Tabelle
        </ButtonLink>
      </div>
    </PlaceView>
  )
}
