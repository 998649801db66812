import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'

type Concept = { title: string; number: number; publishedAt: Date | string; path: string }

/** The published media concept of a school, where the reader may read one. */
export function SchoolConcept({ concept }: { concept: Concept }) {
  return (
    <Card title="Medienkonzept">
      <Link to={concept.path} className="inline-flex min-h-11 items-center font-semibold underline">
        {concept.title}
      </Link>
      <p className="text-sm text-leise">
        Version {concept.number} vom {day(concept.publishedAt)}
      </p>
    </Card>
  )
}
