import { Link } from '@remix-run/react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
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

const TONES: Record<Operation, Tone> = {
  open: 'ok',
  closing: 'achtung',
  planned: 'offen',
  resting: 'offen',
  closed: 'offen',
}

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    title: 'Name',
    cell: ({ slug, name }) => (
      <Link to={paths.edit(slug)} prefetch="intent" className="underline">
        {name}
      </Link>
    ),
  },
  { key: 'number', title: 'Schulnummer', cell: (row) => row.schoolNumber ?? '–' },
  { key: 'form', title: 'Schulform', cell: (row) => schoolFormWords[row.form] },
  {
    key: 'district',
    title: 'Stadtbezirk',
    cell: (row) => (row.district ? districtWords[row.district] : 'fehlt'),
  },
  {
    key: 'operation',
    title: 'Betrieb',
    cell: (row) => <Badge tone={TONES[row.operation]}>{operationWords[row.operation]}</Badge>,
  },
  {
    key: 'overridden',
    title: 'Von Hand gesetzt',
    cell: (row) => row.overridden.map((field) => overridableWords[field]).join(', ') || '–',
  },
]

export function SchoolTable({ rows }: { rows: Row[] }) {
  return <Table caption="Alle Schulen" columns={COLUMNS} rows={rows} rowKey={(row) => row.slug} />
}
