import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Card } from '#app/ui/card.tsx'
import { Table } from '#app/ui/table.tsx'
import { storedData } from '#server/privacy/views.ts'

export const loader = page(() => Promise.resolve(storedData()))

export const meta: MetaFunction = () => [{ title: 'Datenschutz – Lernen 25' }]

export default function StoredData() {
  const rows = useLoaderData<typeof loader>()
  return (
    <Card
      title="Was über Sie gespeichert ist"
      lead="Niemand sieht, wann Sie hier waren oder was Sie gelesen haben. Es gibt keine Auswertung über Personen."
    >
      <Table
        caption="Was über Sie gespeichert ist, wie lange, und was beim Löschen des Kontos geschieht"
        rows={rows}
        rowKey={(row) => row.what}
        columns={[
          { key: 'what', title: 'Was', cell: (row) => row.what },
          { key: 'retention', title: 'Wie lange', cell: (row) => row.retention },
          {
            key: 'onErase',
            title: 'Beim Löschen des Kontos',
            cell: (row) => row.onErase,
          },
        ]}
      />
      <p className="mt-4">
        Auskunft, Berichtigung oder Löschung verlangen Sie vom Schulmedienzentrum. Mehr dazu steht
        in der{' '}
        <Link to="/datenschutz" className="underline">
          Datenschutzerklärung
        </Link>
        .
      </p>
    </Card>
  )
}
