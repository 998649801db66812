import { Link, useLocation, useResolvedPath } from '@remix-run/react'
import { Count } from '#app/ui/count.tsx'

export type Tab = {
  label: string
  to: string
  count?: number
  /** True for the tab whose address is the beginning of all the others. */
  end?: boolean
}

/** The parts of one thing as links: each is a page of its own. On a phone the bar scrolls sideways. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="relative mb-5 overflow-x-auto border-b border-linie">
      <ul className="flex w-max">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <TabLink {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function TabLink({ label, to, count, end }: Tab) {
  const { pathname } = useLocation()
  const target = useResolvedPath(to).pathname
  const isHere = pathname === target
  const isCurrent = isHere || (!end && pathname.startsWith(`${target}/`))
  const look = isCurrent
    ? 'border-aktion font-semibold text-schrift'
    : 'border-transparent text-leise hover:text-schrift'
  return (
    <Link
      to={to}
      prefetch="intent"
      aria-current={isHere ? 'page' : isCurrent || undefined}
      className={`flex min-h-12 items-center gap-2 border-b-4 px-3 -outline-offset-3 ${look}`}
    >
      {label}
      <Count value={count} />
    </Link>
  )
}
