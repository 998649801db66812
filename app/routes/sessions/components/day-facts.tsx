import { Badge } from '#app/ui/badge.tsx'
import type { DayFact } from '#server/schools/calendar/contract.ts'

/** What is free on a day: a warning beside a time, never a refusal. */
export function DayFacts({ facts }: { facts: DayFact[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-2">
      {facts.map(({ kind, name }) => (
        <li key={`${kind} ${name}`}>
          <Badge tone="achtung">{name}</Badge>
        </li>
      ))}
    </ul>
  )
}
