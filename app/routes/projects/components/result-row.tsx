import { wordsOf } from '#app/ui/choices.ts'
import { day, plural } from '#app/ui/format.ts'
import { NewsRow } from '#app/ui/list.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import type { ResultLine } from '#server/projects/results/contract.ts'
import { kindNames, visibilityNames } from '#server/projects/words.ts'
import { RecommendationBadge } from './closing-view.tsx'

/** A published Vorhaben in the list. */
export function ResultRow({ row }: { row: ResultLine }) {
  const facts = [
    kindNames[row.kind],
    wordsOf(row.subjects, subjectNames),
    wordsOf(row.gradeBands, gradeBandNames),
    row.competencies.length > 0 && `MKR ${row.competencies.join(', ')}`,
    row.publishedAt && day(row.publishedAt),
    row.visibility === 'network' && visibilityNames.network,
  ]
  return (
    <NewsRow to={row.path} title={row.title} meta={facts.filter(Boolean).join(' · ')}>
      <p className="line-clamp-3 max-w-[68ch] wrap-anywhere">{row.summary}</p>
      {(row.recommendation || row.tries > 0) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          {row.recommendation && <RecommendationBadge value={row.recommendation} />}
          {row.tries > 0 && (
            <span className="text-sm text-leise">
              {plural(row.tries, 'Person probiert', 'Personen probieren')} es aus
            </span>
          )}
        </p>
      )}
    </NewsRow>
  )
}
