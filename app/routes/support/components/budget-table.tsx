import { Link } from '#app/ui/link.tsx'
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
          cell: (row) => <What row={row} opens={opens} />,
        },
        money('requested', 'Beantragt', (row) => row.requestedCents),
        money('granted', 'Bewilligt', (row) => row.grantedCents),
        money('paid', 'Ausgezahlt', (row) => row.paidCents),
        money('spent', 'Nachgewiesen', (row) => row.spentCents),
      ]}
    />
  )
}

function What({ row, opens }: { row: Row; opens: boolean }) {
  return (
    <span className="block min-w-48">
      {opens ? (
        <Link to={paths.funding(row.number)} className="underline">
          {row.projectTitle}
        </Link>
      ) : (
        row.projectTitle
      )}
      <span className="mb-1 block text-sm font-normal text-leise">{row.school}</span>
      <FundingBadge state={row.state} />
    </span>
  )
}
