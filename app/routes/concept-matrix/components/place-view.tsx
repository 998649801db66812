import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { PlaceThing, Suggestion } from '#server/concepts/matrix/places/contract.ts'
import { statusNames } from '#server/concepts/matrix/cells/words.ts'
import { sourceWords } from '#server/concepts/matrix/words.ts'

type View = {
  title: string
  isGap: boolean
  things: PlaceThing[]
  hidden: number
  more: number
  elsewhere: { competency: string; title: string; found: Suggestion[] }[]
}

/** What stands behind one number, and what others do there. */
export function PlaceView({ view, children }: { view: View; children?: ReactNode }) {
  const { things, hidden, more, elsewhere, title, isGap } = view
  const isEmpty = things.length === 0 && hidden === 0
  return (
    <>
      <Card title={isGap ? `${title}: Lücke` : title}>
        {isEmpty && <p className="text-leise">Hier steht noch nichts.</p>}
        <ul className="divide-y divide-linie">
          {things.map((thing) => (
            <Thing key={thing.key} thing={thing} />
          ))}
        </ul>
        {hidden > 0 && (
          <p className="mt-2 text-leise">
            Dazu {plural(hidden, 'Eintrag, der', 'Einträge, die')} für Sie nicht zu lesen{' '}
            {hidden === 1 ? 'ist' : 'sind'}.
          </p>
        )}
        {more > 0 && <p className="mt-2 text-leise">Und {more} weitere.</p>}
        {children}
      </Card>
      {elsewhere.map(({ competency, title: name, found }) => (
        <Card key={competency} title={`Vorhaben anderer Schulen zu ${name}`}>
          <ul className="divide-y divide-linie">
            {found.map(({ id, title: label, path, context }) => (
              <li key={id} className="py-zeile">
                <Link to={path} className="font-semibold underline">
                  {label}
                </Link>
                <p className="text-sm text-leise">{context}</p>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      {elsewhere.length === 0 && isEmpty && (
        <p className="text-leise">Auch andere Schulen haben dazu noch nichts veröffentlicht.</p>
      )}
    </>
  )
}

function Thing({ thing }: { thing: PlaceThing }) {
  const { title, path, kind, subjects, grades, status, lastTaught } = thing
  const facts = [
    sourceWords[kind],
    subjects.join(', '),
    grades.length > 0 && `Jahrgang ${grades.join(', ')}`,
    kind === 'cell' && statusNames[status as keyof typeof statusNames],
    lastTaught && `zuletzt ${lastTaught}`,
  ]
  return (
    <li className="py-zeile">
      {path ? (
        <Link to={path} className="font-semibold underline">
          {title}
        </Link>
      ) : (
        <span className="font-semibold">{title}</span>
      )}
      <p className="text-sm text-leise">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  )
}
