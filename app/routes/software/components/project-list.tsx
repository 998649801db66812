import { Card } from '#app/ui/card.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'

type Line = { id: string; title: string; context: string; path: string }

/** Vorhaben in which it was tried; only those the reader may read, and how many more teachers see. */
export function ProjectList({ projects, more }: { projects: Line[]; more: number }) {
  if (projects.length === 0 && more === 0) return null
  return (
    <Card title="In Vorhaben erprobt">
      <ul className="divide-y divide-linie">
        {projects.map(({ id, title, context, path }) => (
          <li key={id} className="py-zeile">
            <Link
              to={path}
              className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
            >
              {title}
            </Link>
            <p className="text-sm text-leise">{context}</p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          {plural(more, 'Vorhaben sehen', 'Vorhaben sehen')}{' '}
          {projects.length > 0 ? 'außerdem alle' : 'alle'}, die im Schulnetz angemeldet sind.
        </p>
      )}
    </Card>
  )
}
