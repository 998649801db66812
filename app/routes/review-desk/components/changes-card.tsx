import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Card } from '#app/ui/card.tsx'
import { day, type Instant } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { documentNames, fieldNames } from '#server/software/review/words.ts'
import type { ReviewView } from './view.ts'

type Row = { name: string; before: string; after: string }

/** Block 1: old and new beside each other; what changed carries a sign and bold words, not only a colour. */
export function ChangesCard({ changes }: { changes: ReviewView['changes']; now: Instant }) {
  const title = '1 · Was hat sich seit der letzten Prüfung geändert?'
  if (!changes)
    return (
      <Card title={title}>
        <p>Das ist die erste Prüfung dieser App.</p>
      </Card>
    )
  const rows: Row[] = [
    ...changes.fields.map(({ field, before, after }) => ({
      ...{ name: fieldNames[field] ?? field, before, after },
    })),
    ...changes.documents.map(({ kind, before, after }) => ({
      name: documentNames[kind] ?? kind,
      before: before || 'frühere Fassung',
      after: after || 'neue Fassung',
    })),
  ]
  const since = day(changes.previous.givenAt)
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p>Seit der Stellungnahme vom {since} ist nichts Geändertes eingetragen.</p>
      ) : (
        <Table
          caption={`Geändert seit ${since}`}
          rows={rows}
          rowKey={({ name, after }) => `${name} ${after}`}
          columns={[
            { key: 'name', title: 'Merkmal', cell: ({ name }) => name },
            {
              key: 'before',
              title: `Prüfung vom ${since}`,
              cell: ({ before }) => <span className="wrap-anywhere">{before || '–'}</span>,
            },
            { key: 'after', title: 'Neu', cell: ({ after }) => <Changed>{after || '–'}</Changed> },
          ]}
        />
      )}
    </Card>
  )
}

const Changed = ({ children }: { children: string }) => (
  <span className="flex items-start gap-1.5 font-semibold">
    <TriangleAlert className="mt-0.5 size-[1.1em] shrink-0" />
    <span className="min-w-0 wrap-anywhere">
      <span className="sr-only">geändert: </span>
      {children}
    </span>
  </span>
)
