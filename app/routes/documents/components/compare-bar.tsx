import { JumpLink } from '#app/ui/jump-link.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/documents/versions/paths.ts'
import { COMPARISON_LAYOUTS, type ComparisonLayout } from '#server/rich-text/comparison/contract.ts'

const LABELS: Record<ComparisonLayout, string> = { inline: 'Im Text', side: 'Nebeneinander' }

/** The way to the first change, and on wide screens how both texts are shown. */
export function CompareBar({
  layout,
  here,
  first,
}: {
  layout: ComparisonLayout
  here: string
  first: number | undefined
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 print:hidden">
      {first !== undefined && (
        <JumpLink
          target={`aenderung-${first}`}
          className="inline-flex min-h-11 items-center underline"
        >
          Zur ersten Änderung
        </JumpLink>
      )}
      <nav
        aria-label="Darstellung des Vergleichs"
        className="hidden gap-px overflow-clip rounded-lg border border-rand bg-rand lg:flex"
      >
        {COMPARISON_LAYOUTS.map((one) => (
          <Link
            key={one}
            to={paths.comparison(here, one)}
            preventScrollReset
            aria-current={one === layout ? 'true' : undefined}
            className="inline-flex min-h-11 items-center bg-flaeche px-4 hover:underline aria-[current]:bg-aktion aria-[current]:font-semibold aria-[current]:text-auf-aktion"
          >
            {LABELS[one]}
          </Link>
        ))}
      </nav>
    </div>
  )
}
