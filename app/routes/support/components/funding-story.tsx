import { type Instant, when } from '#app/ui/format.ts'
import { fundingStateNames } from '#server/support/words.ts'
import type { FundingView } from './funding-view.ts'

/** The file of the case: every step with its date, queries and answers with their words. */
export function FundingStory({ entries, now }: { entries: FundingView['entries']; now: Instant }) {
  if (entries.length === 0) return <p className="text-leise">Noch nicht eingereicht.</p>
  return (
    <ol className="divide-y divide-linie">
      {entries.map(({ id, state, author, at, text }) => (
        <li key={id} className="py-zeile">
          <p className="font-semibold">{state ? fundingStateNames[state] : 'Notiz'}</p>
          <p className="text-sm text-leise">
            {when(at, now)}, {author ?? 'ehemaliges Mitglied'}
          </p>
          {text && <p className="mt-1 wrap-anywhere whitespace-pre-line">{text}</p>}
        </li>
      ))}
    </ol>
  )
}
