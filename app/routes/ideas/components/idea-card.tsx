import { Badge } from '#app/ui/badge.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import type { IdeaCard as Idea } from '#server/ideas/contract.ts'
import { stateNames, topicNames } from '#server/ideas/words.ts'

const LONGEST = 220

/** An idea in a list: what it is about and how many schools want it. */
export function IdeaCard({ idea }: { idea: Idea }) {
  const facts = [
    wordsOf(idea.subjects, subjectNames),
    wordsOf(idea.gradeBands, gradeBandNames),
    wordsOf(idea.topics, topicNames),
    idea.programme,
  ].filter(Boolean)
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-xl border border-linie bg-flaeche p-karte">
      <div>
        <h3 className="text-lg wrap-anywhere">
          <Link to={idea.path} prefetch="intent" className="hover:underline">
            {idea.title}
          </Link>
        </h3>
        <p className="mt-1 wrap-anywhere">{excerptOf(idea.problem)}</p>
      </div>
      {facts.length > 0 && <p className="text-sm text-leise">{facts.join(' · ')}</p>}
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {idea.state !== 'open' && <Badge tone="offen">{stateNames[idea.state]}</Badge>}
        <span className="text-sm text-leise">{wantedBy(idea.schools)}</span>
      </div>
    </article>
  )
}

const wantedBy = (schools: number) =>
  schools === 0
    ? 'Noch keine Schule macht mit'
    : plural(schools, 'Schule macht mit', 'Schulen machen mit')

const excerptOf = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed().trimEnd()}…`
