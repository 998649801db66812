import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table.tsx'
import type { budgetFor } from '#server/support/budget/views.ts'
import { paths } from '#server/support/paths.ts'
import { euros } from '#server/support/words.ts'
import { FundingBadge } from './badges.tsx'

type Row = Awaited<ReturnType<typeof budgetFor>>['lines']['rows'][number]

/** Line by line; who may read the applications themselves gets there from here. */
export function BudgetTable({ year, rows, opens }: { year: number; rows: Row[]; opens: boolean }) {
  const money = (key: string, title: string, of: (row: Row) => number) => ({
    key,
    title,
    align: 'right' as const,
    cell: (row: Row) => <span className="whitespace-nowrap">{euros(of(row))}</span>,
  })
  return (
    <Table
      caption={`Förderung ${year} nach Vorhaben`}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'project',
          title: 'Vorhaben',
          cell: ({ number, projectTitle }) =>
            opens ? (
              <Link to={paths.funding(number)} className="underline">
                {projectTitle}
              </Link>
            ) : (
              projectTitle
            ),
        },
        { key: 'school', title: 'Schule', cell: ({ school }) => school },
        { key: 'state', title: 'Stand', cell: ({ state }) => <FundingBadge state={state} /> },
        money('requested', 'Beantragt', (row) => row.requestedCents),
        money('granted', 'Bewilligt', (row) => row.grantedCents),
        money('paid', 'Ausgezahlt', (row) => row.paidCents),
        money('spent', 'Nachgewiesen', (row) => row.spentCents),
      ]}
    />
  )
}
