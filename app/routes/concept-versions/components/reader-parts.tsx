import { Link } from '#app/ui/link.tsx'
import type { Context } from '#server/concepts/reflections/contract.ts'
import { contextNames } from '#server/concepts/reflections/words.ts'
import { goalStatusName } from '#server/concepts/versions/comparing/words.ts'

type Goal = {
  position: number
  title: string
  why: string
  successSign: string
  competencies: string[]
  status: string
  dueOn: string
  adoptedSchool: string
}

const germanDay = (day: string) => day.split('-').reverse().join('.')

export function Goals({ goals }: { goals: Goal[] }) {
  return (
    <ul className="grid gap-3">
      {goals.map((goal) => (
        <li key={goal.position} className="rounded-xl border border-linie bg-flaeche p-karte">
          <p className="font-semibold wrap-anywhere">{goal.title}</p>
          <p className="text-sm text-leise">
            {[
              goalStatusName(goal.status),
              `bis ${germanDay(goal.dueOn)}`,
              goal.competencies.length > 0 && `MKR ${goal.competencies.join(', ')}`,
              goal.adoptedSchool && `übernommen von ${goal.adoptedSchool}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {goal.why && <p className="mt-1 max-w-[68ch] whitespace-pre-line">{goal.why}</p>}
          {goal.successSign && (
            <p className="mt-1 max-w-[68ch]">Daran merken wir es: {goal.successSign}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

type Reflection = {
  id: string
  heldOn: string
  context: Context
  /** What it came of, for who may open that. */
  source: { word: string; title: string; path: string | null } | null
  whatWeDid: string
  use: string
  benefit: string
  surprise: string
  hindrance: string
  nextStep: string
}

type Answer = 'use' | 'benefit' | 'surprise' | 'hindrance' | 'nextStep'
const QUESTIONS: [Answer, string][] = [
  ['use', 'Nutzung'],
  ['benefit', 'Nutzen'],
  ['surprise', 'Überrascht hat uns'],
  ['hindrance', 'Gebremst hat uns'],
  ['nextStep', 'Nächster Schritt'],
]

export function Reflections({ reflections }: { reflections: Reflection[] }) {
  return (
    <ul className="grid gap-3">
      {reflections.map((one) => (
        <li key={one.id} className="rounded-xl border border-linie bg-flaeche p-karte">
          <p className="text-sm text-leise">
            {[one.context !== 'general' && contextNames[one.context], germanDay(one.heldOn)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="max-w-[68ch] whitespace-pre-line">{one.whatWeDid}</p>
          <dl className="mt-1 max-w-[68ch]">
            {QUESTIONS.filter(([key]) => one[key]).map(([key, question]) => (
              <div key={key} className="mt-1">
                <dt className="text-sm text-leise">{question}</dt>
                <dd className="whitespace-pre-line">{one[key]}</dd>
              </div>
            ))}
          </dl>
          {one.source?.path && (
            <p className="mt-2 wrap-anywhere">
              {one.source.word}: <Link to={one.source.path}>{one.source.title}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
