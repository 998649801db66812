import { Count } from '#app/ui/count.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/software/paths.ts'
import { QUEUE_FILTERS, type QueueFilter } from '#server/software/review/contract.ts'
import { filterNames } from '#server/software/review/words.ts'

export function filterPath(filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('stand', filter)
  if (page > 1) query.set('seite', String(page))
  const text = query.toString()
  return text ? `${paths.desk()}?${text}` : paths.desk()
}

/** The desk, narrowed. */
export function DeskFilters({
  filter,
  counts,
}: {
  filter: QueueFilter
  counts: Record<QueueFilter, number>
}) {
  return (
    <nav aria-label="Prüfungen filtern" className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {QUEUE_FILTERS.map((one) => (
          <li key={one}>
            <Link
              to={filterPath(one)}
              prefetch="intent"
              aria-current={one === filter ? 'page' : undefined}
              className="flex min-h-11 items-center gap-2 rounded-lg border border-rand bg-flaeche px-3 aria-[current]:border-aktion aria-[current]:bg-aktion-zart aria-[current]:font-semibold"
            >
              {filterNames[one]}
              <Count value={counts[one]} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
