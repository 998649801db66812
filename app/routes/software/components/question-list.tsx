import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import type { Answer, Question } from '#server/software/questions/contract.ts'
import type { ReactNode } from 'react'

/** Questions with what was answered; official answers are marked as such. */
export function QuestionList({
  rows,
  canChange = false,
  children,
}: {
  rows: Question[]
  canChange?: boolean
  /** What stands below a question, e.g. the form of an answer. */
  children?: (question: Question) => ReactNode
}) {
  return (
    <ul className="divide-y divide-linie">
      {rows.map((question) => (
        <li
          key={question.id}
          id={`frage-${question.id}`}
          className="grid scroll-mt-20 gap-2 py-zeile"
        >
          <Words of={question} canChange={canChange} kind="question" />
          <ul className="grid gap-3 border-l-4 border-linie pl-3">
            {question.answers.map((answer) => (
              <li key={answer.id} className="grid gap-1">
                {answer.isOfficial && (
                  <p>
                    <Badge tone="aktion">Antwort der Datenschutzbeauftragten</Badge>
                  </p>
                )}
                <Words of={answer} canChange={canChange} kind="answer" />
              </li>
            ))}
          </ul>
          {children?.(question)}
        </li>
      ))}
    </ul>
  )
}

type WordsProps = {
  of: Question | Answer
  canChange: boolean
  kind: 'question' | 'answer'
}

function Words({ of, canChange, kind }: WordsProps) {
  return (
    <div>
      <p className="text-sm text-leise">{[of.author, day(of.at)].filter(Boolean).join(' · ')}</p>
      <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{of.text}</p>
      {canChange && (
        <div className="flex flex-wrap gap-x-4 print:hidden">
          {of.canDelete && (
            <HouseForm className="">
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="id" value={of.id} />
              <Button variant="tertiary" name="intent" value="delete">
                Löschen
              </Button>
            </HouseForm>
          )}
          <ButtonLink to={`/melden/software-${kind}/${of.id}`} variant="tertiary">
            Melden
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
