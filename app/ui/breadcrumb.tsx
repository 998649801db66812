import { Link } from '#app/ui/link.tsx'

/** The way back up, from the third level on. The last step is the page itself and no link. */
export function Breadcrumb({ steps }: { steps: { label: string; to?: string }[] }) {
  return (
    <nav aria-label="Brotkrumen" className="mb-1 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {steps.map(({ label, to }, at) => (
          <li key={label} className="flex items-center gap-x-1.5">
            {at > 0 && <span aria-hidden="true">›</span>}
            {to ? (
              <Link
                to={to}
                prefetch="intent"
                className="inline-flex min-h-11 items-center underline"
              >
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="py-2">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
