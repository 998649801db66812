import { Badge } from '#app/ui/badge.tsx'
import type { DayFact } from '#server/schools/calendar/contract.ts'

/** What is free on a day: a warning beside a time, never a refusal. */
export function DayFacts({ facts }: { facts: DayFact[] }) {
  // "Rosenmontag, GGS Am Hafen" says that it is Rosenmontag.
  const isSaidBelow = (name: string) => facts.some((one) => one.name.startsWith(`${name}, `))
  const shown = facts.filter(({ name }) => !isSaidBelow(name))
  if (shown.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-2">
      {shown.map(({ kind, name }) => (
        <li key={`${kind} ${name}`}>
          <Badge tone="achtung">{name}</Badge>
        </li>
      ))}
    </ul>
  )
}
