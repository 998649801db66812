import { Badge } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import type { District, Operation, SchoolForm } from '#server/schools/contract.ts'
import { paths } from '#server/schools/paths.ts'
import { districtWords, operationWords, schoolFormWords } from '#server/schools/words.ts'

type Row = {
  slug: string
  name: string
  form: SchoolForm
  district: District | null
  street: string
  postalCode: string
  city: string
  operation: Operation
}

/** Schools as cards; the whole card can be pressed. */
export function SchoolRows({ rows }: { rows: Row[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {rows.map((row) => (
        <li
          key={row.slug}
          className="relative min-w-0 rounded-xl border border-linie bg-flaeche p-karte hover:bg-mulde"
        >
          <p className="text-sm text-leise">
            {schoolFormWords[row.form]}
            {row.district && `, ${districtWords[row.district]}`}
          </p>
          <h2 className="text-base">
            <Link
              to={paths.school(row.slug)}
              prefetch="intent"
              className="hover:underline after:absolute after:inset-0 after:rounded-xl"
            >
              {row.name}
            </Link>
          </h2>
          <p>
            {row.street}, {row.postalCode} {row.city}
          </p>
          {row.operation !== 'open' && (
            <div className="mt-1">
              <Badge tone="achtung">{operationWords[row.operation]}</Badge>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
