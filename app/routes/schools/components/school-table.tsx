import { Badge } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { District, Operation, Overridable, SchoolForm } from '#server/schools/contract.ts'
import { paths } from '#server/schools/paths.ts'
import {
  districtWords,
  operationWords,
  overridableWords,
  schoolFormWords,
} from '#server/schools/words.ts'

type Row = {
  slug: string
  schoolNumber: string | null
  name: string
  form: SchoolForm
  district: District | null
  operation: Operation
  overridden: Overridable[]
}

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    title: 'Name',
    cell: ({ slug, name, form, schoolNumber }) => (
      <>
        <Link to={paths.edit(slug)} prefetch="intent" className="underline">
          {name}
        </Link>
        <span className="block text-sm font-normal text-leise">
          {[schoolNumber, schoolFormWords[form]].filter(Boolean).join(', ')}
        </span>
      </>
    ),
  },
  {
    key: 'district',
    title: 'Stadtbezirk',
    cell: (row) => (row.district ? districtWords[row.district] : 'fehlt'),
  },
  {
    key: 'operation',
    title: 'Betrieb',
    cell: ({ operation }) => (
      <span className="whitespace-nowrap">
        {operation === 'open' ? (
          operationWords.open
        ) : (
          <Badge tone={operation === 'closing' ? 'achtung' : 'offen'}>
            {operationWords[operation]}
          </Badge>
        )}
      </span>
    ),
  },
  {
    key: 'overridden',
    title: 'Von Hand',
    cell: (row) => row.overridden.map((field) => overridableWords[field]).join(', ') || '–',
  },
]

export function SchoolTable({ rows }: { rows: Row[] }) {
  return (
    <Table
      caption="Schulen mit Stadtbezirk und Betrieb"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.slug}
    />
  )
}
