import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { paths } from '#server/software/paths.ts'
import type { Question } from '#server/software/questions/contract.ts'
import { QuestionList } from './question-list.tsx'

/** The newest questions; all of them, and the forms, have a page of their own. */
export function QuestionCard({
  slug,
  questions: { rows, total },
  canTell,
}: {
  slug: string
  questions: { rows: Question[]; total: number }
  canTell: boolean
}) {
  return (
    <Card title="Fragen und Antworten">
      {total === 0 ? <p className="text-leise">Noch keine Frage.</p> : <QuestionList rows={rows} />}
      <div className="mt-3 flex flex-wrap gap-3 print:hidden">
        {canTell && <ButtonLink to={paths.questions(slug)}>Fragen und antworten</ButtonLink>}
        {total > 0 && !canTell && (
          <ButtonLink to={paths.questions(slug)} variant="tertiary">
            Alle Fragen
          </ButtonLink>
        )}
      </div>
    </Card>
  )
}
