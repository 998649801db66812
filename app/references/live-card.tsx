import type { ReactNode } from 'react'
import { Link } from '#app/ui/link.tsx'
import type { LiveCard } from '#server/references/contract.ts'

/** A thing as a row: its kind, its name as a link, where it belongs; beside it what one can do with it. */
export function LiveCardRow({
  card,
  id,
  children,
}: {
  card: LiveCard
  id?: string
  children?: ReactNode
}) {
  const { word, title, context, path } = card
  return (
    <li
      id={id}
      tabIndex={id ? -1 : undefined}
      className="flex flex-wrap items-center justify-between gap-x-4 py-zeile"
    >
      <div className="min-w-0">
        <p className="text-sm text-leise">{context ? `${word} · ${context}` : word}</p>
        {path === '' ? (
          <span className="font-semibold">{title}</span>
        ) : (
          <Link
            to={path}
            prefetch="intent"
            className="inline-flex min-h-11 items-center font-semibold hover:underline"
          >
            {title}
          </Link>
        )}
      </div>
      {children}
    </li>
  )
}

/** Things that a text names by their addresses, as boxes below it. */
export function LiveCards({ cards }: { cards: LiveCard[] }) {
  return (
    <ul className="my-2 flex flex-wrap gap-2" aria-label="Verweise">
      {cards.map(({ kind, id, word, title, context, path }) => (
        <li
          key={`${kind}:${id}`}
          className="relative min-h-11 max-w-full min-w-48 rounded-lg border border-rand bg-flaeche px-3 py-1.5 hover:bg-mulde"
        >
          <span className="block text-sm text-leise">
            {context ? `${word} · ${context}` : word}
          </span>
          <Link
            to={path}
            prefetch="intent"
            className="font-semibold after:absolute after:inset-0 hover:underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
