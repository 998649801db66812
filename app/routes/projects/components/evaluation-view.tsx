import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import type { Evaluation } from '#server/projects/evaluation/contract.ts'
import { evaluationQuestions, evidenceNames } from '#server/projects/evaluation/words.ts'
import { Answers } from './closing-view.tsx'

export function EvaluationView({
  evaluation,
  aside,
}: {
  evaluation: Evaluation | null
  aside: ReactNode
}) {
  return (
    <Card title="Auswertung" aside={aside} lead="Die Auswertung bleibt in der PLG.">
      {evaluation ? (
        <>
          <Answers
            answers={[
              [evaluationQuestions.whoLearned, evaluation.whoLearned],
              [evaluationQuestions.whoDidNot, evaluation.whoDidNot],
              [evaluationQuestions.forThoseWhoCould, evaluation.forThoseWhoCould],
              [evaluationQuestions.costBenefit, evaluation.costBenefit],
              [evaluationQuestions.equipmentInsight, evaluation.equipmentInsight],
              [evaluationQuestions.softwareInsight, evaluation.softwareInsight],
            ]}
          />
          <ul className="mt-3 grid gap-2">
            {evaluation.evidence.map(({ kind, text }, at) => (
              <li key={at}>
                <span className="text-sm text-leise">{evidenceNames[kind]}</span>
                <p className="max-w-[68ch] whitespace-pre-line">{text}</p>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-leise">Noch nicht begonnen.</p>
      )}
    </Card>
  )
}
