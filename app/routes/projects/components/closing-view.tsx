import type { ReactNode } from 'react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import type { ClosingReport, Recommendation } from '#server/projects/closing/contract.ts'
import { closingQuestions, recommendationNames } from '#server/projects/closing/words.ts'

const TONES: Record<Recommendation, Tone> = {
  adopt: 'ok',
  adopt_with_conditions: 'achtung',
  try_again: 'offen',
  do_not_adopt: 'stopp',
}

export function RecommendationBadge({ value }: { value: Recommendation }) {
  return <Badge tone={TONES[value]}>{recommendationNames[value]}</Badge>
}

/** What a PLG concludes; what was left empty is left out. */
export function ClosingView({ closing, aside }: { closing: ClosingReport; aside?: ReactNode }) {
  const { oneSentence, result, surprise, wouldChange, context, approach, effort } = closing
  return (
    <Card title="Reflexion und Abschluss" aside={aside}>
      <p className="mb-3 text-lg">{oneSentence}</p>
      <p className="mb-3">
        <RecommendationBadge value={closing.recommendation} />
      </p>
      <Answers
        answers={[
          [closingQuestions.result, result],
          [closingQuestions.surprise, surprise],
          [closingQuestions.wouldChange, wouldChange],
          [closingQuestions.context, context],
          [closingQuestions.approach, approach],
          [closingQuestions.effort, effort],
        ]}
      />
    </Card>
  )
}

/** Questions with their answers; what has none is left out. */
export function Answers({ answers }: { answers: [question: string, answer: string][] }) {
  return (
    <dl className="grid gap-3">
      {answers
        .filter(([, answer]) => answer !== '')
        .map(([question, answer]) => (
          <div key={question}>
            <dt className="font-semibold">{question}</dt>
            <dd className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{answer}</dd>
          </div>
        ))}
    </dl>
  )
}
