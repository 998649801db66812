import { Card } from '#app/ui/card.tsx'
import { day, number, time } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'

type Import = {
  id: string
  at: Date | string
  fileName: string
  hash: string
  isFromCommandLine: boolean
  rowsRead: number
  created: number
  changed: number
  unchanged: number
  missing: number
}

const figure = (key: 'created' | 'changed' | 'unchanged' | 'missing', title: string) =>
  ({
    key,
    title,
    align: 'right',
    cell: (row) => number(row[key]),
  }) satisfies Column<Import>

const COLUMNS: Column<Import>[] = [
  { key: 'at', title: 'Wann', cell: ({ at }) => `${day(at)}, ${time(at)}` },
  {
    key: 'file',
    title: 'Datei',
    cell: ({ fileName, hash, isFromCommandLine }) => (
      <>
        <span className="break-all">{fileName}</span>
        <span className="block text-sm text-leise">
          Prüfsumme {hash}
          {isFromCommandLine && ', Befehlszeile'}
        </span>
      </>
    ),
  },
  figure('created', 'Neu'),
  figure('changed', 'Geändert'),
  figure('unchanged', 'Unverändert'),
  figure('missing', 'Fehlt'),
]

/** The last imports with their figures. */
export function ImportList({ imports }: { imports: Import[] }) {
  return (
    <Card title="Letzte Einlesungen">
      {imports.length > 0 ? (
        <Table
          caption="Eingelesene Dateien und was sie änderten"
          columns={COLUMNS}
          rows={imports}
          rowKey={(row) => row.id}
        />
      ) : (
        <p className="text-leise">Bisher wurde kein Register eingelesen.</p>
      )}
    </Card>
  )
}
