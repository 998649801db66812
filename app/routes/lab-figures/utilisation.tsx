import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/medialab/paths.ts'
import { SMALLEST_CELL } from '#server/medialab/period/contract.ts'
import { UTILISATION_BY } from '#server/medialab/utilisation/contract.ts'
import { utilisationFor } from '#server/medialab/utilisation/views.ts'
import { utilisationByNames, utilisationWords } from '#server/medialab/utilisation/words.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'
import { FigureForm } from './components/figure-form.tsx'
import { FileLink } from './components/file-link.tsx'
import { HeatTable } from './components/heat-table.tsx'
import { UtilisationTable } from './components/utilisation-table.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url)
  return { ...(await utilisationFor(actor, asked.searchParams)), search: asked.search }
})

export const meta: MetaFunction = () => [{ title: 'Auslastung – MediaLab – Lernen 25' }]

/** How much of what the lab has was used, and which schools it has not reached. */
export default function Utilisation() {
  const { filter, by, isTooFew, lines, median, heat, unreached, search } =
    useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Auslastung' }]} />
      <PageHead
        title="Auslastung"
        meta="Nur Zahlen über Angebote und Schulen zusammen, nie über Personen."
        actions={
          <>
            <ButtonLink to={paths.demand()}>Bedarf</ButtonLink>
            <ButtonLink to={paths.reports()}>Berichte</ButtonLink>
          </>
        }
      />
      <FigureForm
        filter={filter}
        by={by}
        byChoices={choicesOf(UTILISATION_BY, utilisationByNames)}
      />
      {isTooFew ? (
        <EmptyState title="Das sind zu wenige Schulen.">
          {`Aus weniger als ${SMALLEST_CELL} Schulen ließe sich ablesen, was eine einzelne tut. Wählen Sie eine andere Schulform oder einen anderen Stadtbezirk.`}
        </EmptyState>
      ) : (
        <div className="grid gap-5">
          <Card
            title={`Gebucht nach ${utilisationByNames[by]}`}
            lead={median ? utilisationWords.median(median) : undefined}
            aside={<FileLink to={`${paths.utilisation()}/export${search}`} />}
          >
            <UtilisationTable lines={lines} by={by} />
          </Card>
          {heat.length > 0 && (
            <Card
              title="Wann das MediaLab genutzt wird"
              lead="Nutzungen je Wochentag und Stunde in der gewählten Zeit."
            >
              <HeatTable cells={heat} />
            </Card>
          )}
          <Card title="Noch nicht erreicht">
            {unreached.length === 0 ? (
              <p>Jede Schule dieser Auswahl hatte in dieser Zeit etwas gebucht.</p>
            ) : (
              <Fold
                title={`${plural(unreached.length, 'Schule', 'Schulen')} ohne Buchung in dieser Zeit`}
              >
                <ul className="grid gap-x-5 md:grid-cols-2">
                  {unreached.map((school) => (
                    <li key={school.slug} className="py-1">
                      <Link
                        to={schoolPaths.school(school.slug)}
                        className="inline-flex min-h-11 items-center underline"
                      >
                        {school.name}
                      </Link>
                      <span className="block text-sm text-leise">
                        {[
                          (schoolFormWords as Record<string, string>)[school.schoolForm],
                          school.district &&
                            (districtWords as Record<string, string>)[school.district],
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </li>
                  ))}
                </ul>
              </Fold>
            )}
          </Card>
        </div>
      )}
    </>
  )
}
