import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Printer from 'lucide-react/icons/printer'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, number } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { paths } from '#server/concepts/equipment/paths.ts'
import { REPORT_BY } from '#server/concepts/equipment/report/contract.ts'
import { reportFor } from '#server/concepts/equipment/report/views.ts'
import { groupsWord, hidden, reportByNames } from '#server/concepts/equipment/report/words.ts'
import { tierNames } from '#server/concepts/equipment/words.ts'
import { paths as talks } from '#server/concepts/talks/paths.ts'

export const loader = page(({ actor, request }) =>
  reportFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Bedarfsbericht – Lernen 25' }]

const LINK =
  'inline-flex min-h-11 items-center underline aria-[current]:font-semibold aria-[current]:no-underline'

export default function Report() {
  const { by, lines, at } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Gespräche', to: talks.list() }, { label: 'Bedarfsbericht' }]} />
      <PageHead
        title="Bedarfsbericht"
        meta={`Was Schulen brauchen und noch nicht haben, Stand ${day(at)}. Weniger als drei Schulen stehen nie für sich.`}
        actions={
          <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
            Drucken
          </Button>
        }
      />
      <nav aria-label="Aufteilung" className="mb-4 print:hidden">
        <ul className="flex flex-wrap gap-x-4">
          {REPORT_BY.map((one) => (
            <li key={one}>
              <Link
                to={paths.report({ nach: one })}
                aria-current={one === by ? 'page' : undefined}
                className={LINK}
              >
                Nach {reportByNames[one]}
              </Link>
            </li>
          ))}
          <li>
            <Link reloadDocument to={paths.reportFile({ nach: by })} className={LINK}>
              Als Tabelle (CSV)
            </Link>
          </li>
        </ul>
      </nav>
      <div className="grid gap-5">
        {lines.map(({ classId, tier, name, total, cells }) => (
          <Card key={`${classId} ${tier}`} title={`${name}, ${tierNames[tier]}`}>
            {total ? (
              <Table
                caption={`Zahlen zu ${name}, ${tierNames[tier]}`}
                rows={[
                  ...cells.map((one) => ({ ...one, label: groupsWord(one.groups, by) })),
                  ...(cells.length > 1 ? [{ ...total, label: 'Alle' }] : []),
                ]}
                rowKey={({ label }) => label}
                columns={[
                  { key: 'label', title: reportByNames[by], cell: ({ label }) => label },
                  {
                    key: 'schools',
                    title: 'Schulen',
                    align: 'right',
                    cell: ({ schools }) => number(schools),
                  },
                  {
                    key: 'quantity',
                    title: 'Stück',
                    align: 'right',
                    cell: ({ quantity }) => number(quantity),
                  },
                ]}
              />
            ) : (
              <p className="text-leise">Nicht ausgewiesen: {hidden}.</p>
            )}
          </Card>
        ))}
        {lines.length === 0 && (
          <EmptyState title="Es ist kein Bedarf notiert.">
            Sobald Schulen etwas notieren, steht es hier zusammengezählt.
          </EmptyState>
        )}
      </div>
    </>
  )
}
