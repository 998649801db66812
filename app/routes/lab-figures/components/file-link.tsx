import { Link } from '#app/ui/link.tsx'

/** What the page shows, for a table program. */
export function FileLink({ to }: { to: string }) {
  return (
    <Link reloadDocument to={to} className="inline-flex min-h-11 items-center underline">
      Als Tabelle (CSV)
    </Link>
  )
}
