import { Link } from '@remix-run/react'
import { paths } from '#server/software/paths.ts'

const WAYS = [
  [paths.import(), 'Liste einlesen'],
  [paths.bulk(), 'Viele bearbeiten'],
  [paths.duplicates(), 'Dubletten'],
] as const

/** For those who look after the directory. */
export function CuratorLinks() {
  return (
    <nav aria-label="Verzeichnis pflegen" className="flex flex-wrap gap-x-5">
      {WAYS.map(([to, label]) => (
        <Link
          key={to}
          to={to}
          prefetch="intent"
          className="inline-flex min-h-11 items-center underline"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
