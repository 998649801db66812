import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import type { FittingSchool } from '#server/ideas/founding/contract.ts'
import { whyWords } from '#server/ideas/founding/words.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'

/** Schools that could be asked, each with the reasons; never a person. */
export function Fitting({ schools }: { schools: FittingSchool[] }) {
  return (
    <Card
      title="Schulen, die passen könnten"
      lead="Aus ähnlichen Ideen, Schulformen und dem, was Lehrkräfte als Fächer und Jahrgänge angegeben haben. Gezählt wird je Schule; wer es ist, steht hier nicht."
    >
      {schools.length === 0 ? (
        <p className="text-leise">Zurzeit keine.</p>
      ) : (
        <List>
          {schools.map(({ slug, name, reasons }) => (
            <li key={slug} className="py-zeile">
              <Link to={schoolPaths.school(slug)} className="font-semibold underline">
                {name}
              </Link>
              <p className="text-sm text-leise">
                <span className="font-semibold">Warum: </span>
                {reasons.map(whyWords).join('; ')}
              </p>
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}
