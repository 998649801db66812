import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/software/paths.ts'

const CURATING = [
  [paths.import(), 'Liste einlesen'],
  [paths.bulk(), 'Viele bearbeiten'],
  [paths.duplicates(), 'Dubletten'],
] as const
const OVERSEEING = [[paths.overview(), 'Software der Schulen']] as const

type Can = { curate: boolean; oversee: boolean }

/** For those who look after the directory, and for the city. */
export function CuratorLinks({ can }: { can: Can }) {
  const ways = [...(can.oversee ? OVERSEEING : []), ...(can.curate ? CURATING : [])]
  if (ways.length === 0) return null
  return (
    <nav aria-label="Überblick und Pflege" className="flex flex-wrap gap-x-5">
      {ways.map(([to, label]) => (
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
