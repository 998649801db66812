import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { Link } from '#app/ui/link.tsx'
import { type Search, VIEWS } from '#server/medialab/grid/contract.ts'
import { viewNames } from '#server/medialab/grid/words.ts'
import { placeOf } from './places.ts'

const BOX = 'flex max-w-full overflow-hidden rounded-lg border border-rand bg-flaeche'
const PART =
  'flex min-h-11 items-center border-l border-rand px-4 -outline-offset-3 first:border-l-0'

type Props = {
  search: Search
  title: string
  previous: string
  next: string
  today: string
}

/** On and back by days or weeks, today, and the three ways to look at it. */
export function Controls({ search, title, previous, next, today }: Props) {
  const step = search.view === 'week' ? 'Woche' : 'Tag'
  const [before, after] = step === 'Tag' ? ['Voriger', 'Nächster'] : ['Vorige', 'Nächste']
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <nav aria-label={`${step} wechseln`} className={BOX}>
        <StepLink to={placeOf(search, { day: previous })} label={`${before} ${step}`}>
          <ChevronLeft className="size-5" />
        </StepLink>
        <p className={`${PART} font-semibold`}>{title}</p>
        <StepLink to={placeOf(search, { day: next })} label={`${after} ${step}`}>
          <ChevronRight className="size-5" />
        </StepLink>
      </nav>
      <nav aria-label="Ansicht" className={BOX}>
        {VIEWS.map((view) => (
          <Link
            key={view}
            to={placeOf(search, { view })}
            aria-current={view === search.view ? 'page' : undefined}
            className={`${PART} ${view === search.view ? 'bg-aktion font-semibold text-auf-aktion' : 'hover:bg-mulde'}`}
          >
            {viewNames[view]}
          </Link>
        ))}
      </nav>
      {search.day !== today && (
        <Link
          to={placeOf(search, { day: today })}
          className="flex min-h-11 items-center px-2 underline"
        >
          Heute
        </Link>
      )}
    </div>
  )
}

function StepLink({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  return (
    <Link to={to} className={`${PART} hover:bg-mulde`}>
      {children}
      <span className="sr-only">{label}</span>
    </Link>
  )
}
