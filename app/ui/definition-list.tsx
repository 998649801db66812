import type { ReactNode } from 'react'

const NOTHING: ReactNode[] = [null, undefined, false, '']

/** Facts as name and value; what has no value is left out. */
export function DefinitionList({ facts }: { facts: [term: string, value: ReactNode][] }) {
  const known = facts.filter(([, value]) => !NOTHING.includes(value))
  return (
    <dl className="grid gap-x-4 md:grid-cols-[minmax(8rem,max-content)_1fr] print:grid-cols-[minmax(8rem,max-content)_1fr]">
      {known.map(([term, value]) => (
        <div
          key={term}
          className="grid gap-x-4 border-b border-linie py-zeile last:border-0 md:col-span-2 md:grid-cols-subgrid print:col-span-2 print:grid-cols-subgrid"
        >
          <dt className="text-leise">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
