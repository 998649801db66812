import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { storedData } from '#server/privacy/views.ts'

export const loader = page(() => Promise.resolve(storedData()))

export const meta: MetaFunction = () => [{ title: 'Datenschutz – Lernen 25' }]

export default function StoredData() {
  const rows = useLoaderData<typeof loader>()
  return (
    <Card
      title="Was über Sie gespeichert ist"
      lead="Niemand sieht, wann Sie hier waren oder was Sie gelesen haben. Es gibt keine Auswertung über Personen."
      className="max-w-[48rem]"
    >
      <List>
        {rows.map(({ what, retention, onErase }) => (
          <li key={what} className="py-zeile">
            <p className="font-semibold">{what}</p>
            <p className="text-leise">Wie lange: {retention}</p>
            <p className="text-leise">Beim Löschen des Kontos: {onErase}</p>
          </li>
        ))}
      </List>
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
