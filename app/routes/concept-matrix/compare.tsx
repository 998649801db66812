import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ScrollRegion } from '#app/ui/scroll-region.tsx'
import { type Difference, MOST_SCHOOLS } from '#server/concepts/matrix/compare/contract.ts'
import { compareFor } from '#server/concepts/matrix/compare/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { Head, MatrixTable } from '#app/concepts/matrix-table.tsx'
import '#app/styles/mkr-matrix.css'

export const loader = visitorPage(({ actor, request }) =>
  compareFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [
  { title: 'Medienkompetenzrahmen im Vergleich – Lernen 25' },
]

/** Published matrices beside each other; for learning from each other, so nothing is added up or ranked. */
export default function CompareMatrices() {
  const view = useLoaderData<typeof loader>()
  const { tables, differences } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Konzepte', to: paths.list() },
          { label: 'Medienkompetenzrahmen im Vergleich' },
        ]}
      />
      <PageHead
        title="Medienkompetenzrahmen im Vergleich"
        meta="Aus veröffentlichten Medienkonzepten. Mehr ist nicht besser: Schulen zählen verschieden genau."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Choice view={view} />
        {view.isShort && (
          <Notice title="Nicht alle gewählten Schulen sind dabei">
            Für sie gibt es kein veröffentlichtes Medienkonzept, das Sie lesen.
          </Notice>
        )}
        {tables.length < 2 ? (
          <EmptyState title="Wählen Sie zwei bis sechs Schulen." />
        ) : (
          <>
            <Views view={view} />
            {differences ? (
              <DifferenceTable view={view} />
            ) : (
              tables.map(({ slug, name, number, matrix, gaps }) => (
                <Card key={slug} title={name} lead={`Version ${number}. ${gaps}`}>
                  <MatrixTable
                    matrix={matrix}
                    base={paths.matrix(slug)}
                    caption={`Medienkompetenzrahmen: ${name}`}
                    span={view.search.span === 'years' ? 'jahre' : undefined}
                  />
                </Card>
              ))
            )}
          </>
        )}
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
const LINK = 'inline-flex min-h-11 items-center underline'

function Choice({ view: { offered, chosen, tables } }: { view: View }) {
  return (
    <Fold
      title={<strong>Schulen wählen</strong>}
      isOpen={tables.length < 2}
      className="rounded-lg border border-rand px-3 print:hidden"
    >
      {offered.length === 0 ? (
        <p>Noch ist kein Medienkonzept veröffentlicht, das Sie lesen.</p>
      ) : (
        <Form method="get" className="grid gap-3">
          <fieldset>
            <legend>Zwei bis {MOST_SCHOOLS} Schulen mit veröffentlichtem Medienkonzept</legend>
            <div className="grid gap-x-4 md:grid-cols-2">
              {offered.map(({ slug, name }) => (
                <label key={slug} className="flex min-h-11 items-center gap-3 py-1.5">
                  <input
                    type="checkbox"
                    name="schulen"
                    value={slug}
                    defaultChecked={chosen.includes(slug)}
                    className="size-5 shrink-0"
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
          <div>
            <Button>Vergleichen</Button>
          </div>
        </Form>
      )}
    </Fold>
  )
}

function Views({ view: { chosen, isTwo, differences, search } }: { view: View }) {
  const rows = search.rows === 'competencies' ? '24' : undefined
  const sicht = differences ? 'unterschiede' : undefined
  const to = (fields: Record<string, string | undefined>) =>
    paths.compareMatrices(chosen, { zeilen: rows, sicht, ...fields })
  return (
    <ul className="flex flex-wrap gap-x-5 print:hidden">
      {isTwo && (
        <li>
          <Link className={LINK} to={to({ sicht: differences ? undefined : 'unterschiede' })}>
            {differences ? 'Beide Tabellen' : 'Unterschiede'}
          </Link>
        </li>
      )}
      <li>
        <Link className={LINK} to={to({ zeilen: rows ? undefined : '24' })}>
          {rows ? 'Nur die sechs Bereiche' : 'Alle 24 Teilkompetenzen'}
        </Link>
      </li>
      <li>
        <a className={LINK} href={paths.compareFile(chosen)}>
          CSV herunterladen
        </a>
      </li>
    </ul>
  )
}

function DifferenceTable({ view: { tables, differences } }: { view: View }) {
  const [first, second] = tables
  if (!first || !second || !differences) return null
  const caption = `Unterschiede: ${second.name} gegenüber ${first.name}`
  return (
    <Card
      title={caption}
      lead={`▲ heißt: ${second.name} hat dort mehr stehen, ▼ weniger. „–“: Eine der Schulen unterrichtet dort nicht.`}
    >
      <ScrollRegion label={`Tabelle: ${caption}`}>
        <table className="mkr">
          <caption className="sr-only">{caption}</caption>
          <Head name="Kompetenzbereich" columns={differences.columns} />
          <tbody>
            {differences.rows.map(({ key, title, places }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                {places.map((place) => (
                  <td key={place.column}>{told(place)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  )
}

function told(place: Difference) {
  if (place.by === null) return <span className="leer">–</span>
  const { by, first, second } = place
  const sign = by > 0 ? `▲ ${by}` : by < 0 ? `▼ ${-by}` : 'gleich'
  return (
    <span className={by === 0 ? 'leer' : 's1'}>
      {sign}{' '}
      <small>
        {first} und {second}
      </small>
    </span>
  )
}
