import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { EDITION_FORMATS } from '#server/software/editions/contract.ts'
import { editionFor } from '#server/software/editions/views.ts'
import { paths } from '#server/software/paths.ts'
import { conditionNames } from '#server/software/standing/words.ts'
import { StandingBadge } from './components/standing-badge.tsx'

export const loader = visitorPage(({ params }) => editionFor(pageNumber(params.number)))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Positivliste vom ${data ? day(data.edition.dated) : ''} – Lernen 25` },
]

const FORMAT_WORDS = { json: 'JSON', csv: 'Tabelle (CSV)', pdf: 'PDF' }

export default function Edition() {
  const { edition, entries, hasPdf } = useLoaderData<typeof loader>()
  const formats = EDITION_FORMATS.filter((format) => format !== 'pdf' || hasPdf)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: 'Positivliste', to: paths.editions() },
          { label: `Ausgabe ${edition.number}` },
        ]}
      />
      <PageHead
        title={`Positivliste vom ${day(edition.dated)}`}
        meta={`Ausgabe ${edition.number}, ${plural(edition.entries, 'freigegebene Nutzung', 'freigegebene Nutzungen')}`}
        actions={formats.map((format) => (
          // These are bytes, not a page.
          <Link
            key={format}
            reloadDocument
            to={paths.editionFile(edition.number, format)}
            className="inline-flex min-h-11 items-center px-1 underline"
          >
            {FORMAT_WORDS[format]}
          </Link>
        ))}
      />
      <div className="grid gap-5">
        <Card title="Freigegeben">
          <Table
            stacks
            caption={`Freigegebene Nutzungen am ${day(edition.dated)}`}
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'app',
                title: 'App',
                cell: ({ product }) => (
                  <>
                    <Link
                      to={paths.product(product.slug)}
                      className="-my-2.5 inline-flex min-h-11 items-center underline"
                    >
                      {product.name}
                    </Link>
                    {product.vendor && (
                      <span className="block text-sm font-normal text-leise">{product.vendor}</span>
                    )}
                  </>
                ),
              },
              { key: 'use', title: 'Nutzung', cell: ({ use }) => use },
              {
                key: 'status',
                title: 'Status',
                cell: ({ status, validUntil, isForSome }) => (
                  <StandingBadge
                    standing={{ name: status, until: validUntil }}
                    isForSome={isForSome}
                  />
                ),
              },
              {
                key: 'conditions',
                title: 'Auflagen',
                cell: ({ conditions }) =>
                  conditions.length === 0 ? (
                    <span className="text-leise">Keine</span>
                  ) : (
                    <ul className="grid gap-1">
                      {conditions.map(({ id, kind, text }) => (
                        <li key={id}>{text || conditionNames[kind]}</li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
        </Card>
        <Card title="Zu dieser Ausgabe">
          <DefinitionList
            facts={[
              ['Herausgegeben', [day(edition.madeAt), edition.madeName].filter(Boolean).join(', ')],
              ['Bemerkung', edition.note],
              [
                'Prüfsumme',
                <span key="sum" className="text-sm wrap-anywhere">
                  SHA-256 der JSON-Datei: {edition.sha256}
                </span>,
              ],
            ]}
          />
        </Card>
      </div>
    </>
  )
}
