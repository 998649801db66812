import { Link } from '@remix-run/react'
import { Card } from '#app/ui/card.tsx'

type Line = { id: string; title: string; context: string; path: string }

/** Vorhaben in which it was tried; only those the reader may read. */
export function ProjectList({ projects }: { projects: Line[] }) {
  if (projects.length === 0) return null
  return (
    <Card title="In Vorhaben erprobt">
      <ul className="divide-y divide-linie">
        {projects.map(({ id, title, context, path }) => (
          <li key={id} className="py-zeile">
            <Link to={path} className="font-semibold underline">
              {title}
            </Link>
            <p className="text-sm text-leise">{context}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
