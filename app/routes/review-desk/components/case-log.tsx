import { Card } from '#app/ui/card.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { eventNames, openingNames } from '#server/software/cases/words.ts'

type Line = { at: Instant; event: string; who?: string | null; note?: string }

const NAMES: Record<string, string> = { ...openingNames, ...eventNames }

/** What happened to a case, the first first. */
export function CaseLog({ log, now }: { log: Line[]; now: Instant }) {
  if (log.length === 0) return null
  return (
    <Card title="Verlauf">
      <ol className="grid gap-2">
        {log.map(({ at, event, who, note }, number) => (
          <li key={number} className="border-l-4 border-linie pl-3">
            <p>{NAMES[event] ?? event}</p>
            <p className="text-sm text-leise">
              {when(at, now)}
              {who && ` · ${who}`}
            </p>
            {note && <p className="text-sm wrap-anywhere whitespace-pre-line">{note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
