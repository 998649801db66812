import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import type { Condition, Verdict } from '#server/software/standing/contract.ts'
import { conditionNames, verdictNames } from '#server/software/standing/words.ts'

export type OpinionLine = {
  id: string
  scenarioId: string
  label: string
  verdict: Verdict
  conditions: Condition[]
  reasoning: string
  recommendedUntil: string | null
  signedName: string
  givenAt: string
}

/** What the officer for data protection said of one use. */
export function OpinionFacts({ opinion }: { opinion: OpinionLine }) {
  return (
    <DefinitionList
      facts={[
        ['Nutzung', opinion.label],
        [
          'Stellungnahme',
          `${verdictNames[opinion.verdict]}, ${opinion.signedName}, ${day(opinion.givenAt)}`,
        ],
        [
          'Begründung',
          <span className="whitespace-pre-wrap wrap-anywhere">{opinion.reasoning}</span>,
        ],
        [
          'Auflagen',
          opinion.conditions.length > 0 && <Conditions conditions={opinion.conditions} />,
        ],
        ['Empfohlen bis', opinion.recommendedUntil && day(opinion.recommendedUntil)],
      ]}
    />
  )
}

export function Conditions({ conditions }: { conditions: Condition[] }) {
  return (
    <ul className="list-disc pl-5">
      {conditions.map(({ id, kind, text }) => (
        <li key={id} className="wrap-anywhere">
          {text || conditionNames[kind]}
        </li>
      ))}
    </ul>
  )
}
