import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { workingMatrixFor } from '#server/concepts/matrix/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { MatrixCard } from './components/matrix-card.tsx'
import '#app/styles/mkr-matrix.css'

export const loader = page(({ actor, params, request }) =>
  workingMatrixFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kompetenzen – ${data?.school.name ?? 'Medienkonzept'} – Lernen 25` },
]

/** The matrix of the working copy, as it stands at this moment. */
export default function WorkingMatrix() {
  const view = useLoaderData<typeof loader>()
  const { school, can, hasPublished, needsLevels } = view
  return (
    <>
      <div className="flex flex-wrap gap-3 print:hidden">
        {can.writeSome && (
          <ButtonLink to={paths.newCells(school.slug)}>Unterrichtsvorhaben eintragen</ButtonLink>
        )}
        {can.write && (
          <ButtonLink to={paths.linkedProjects(school.slug)}>Vorhaben verknüpfen</ButtonLink>
        )}
        <ButtonLink to={paths.cells(school.slug)}>Alle Einträge</ButtonLink>
        {can.write && (
          <ButtonLink variant="tertiary" to={paths.ownLists(school.slug)}>
            Eigene Fächer und Stufen
          </ButtonLink>
        )}
      </div>
      <MatrixCard
        view={view}
        base={paths.workingMatrix(school.slug)}
        compareWith={hasPublished ? school.slug : undefined}
      >
        {needsLevels && (
          <Notice title="Ihre Schule hat eigene Stufen?">
            Legen Sie sie unter „Eigene Fächer und Stufen“ an. Dann stehen sie hier als Spalten.
          </Notice>
        )}
      </MatrixCard>
    </>
  )
}
