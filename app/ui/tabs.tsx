import { useLocation } from '@remix-run/react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { Count } from '#app/ui/count.tsx'
import { Link } from '#app/ui/link.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'

export type Tab = {
  label: string
  to: string
  count?: number
  /** True for the tab whose address is the beginning of all the others. */
  end?: boolean
}

const LOOK = 'flex min-h-12 items-center gap-2 border-b-4 px-3 -outline-offset-3 md:max-lg:px-2'
const lookOf = (isCurrent: boolean) =>
  `${LOOK} ${isCurrent ? 'border-aktion font-semibold text-schrift' : 'border-transparent text-leise hover:text-schrift'}`

/**
 * The parts of one thing as links: each is a page of its own. On a phone the bar scrolls sideways; what is needed less
 * often stands in `more`, behind a word that stays in view.
 */
export function Tabs({ label, tabs, more = [] }: { label: string; tabs: Tab[]; more?: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-5 flex border-b border-linie print:hidden">
      <div className="relative min-w-0 overflow-x-auto">
        <ul className="flex w-max">
          {tabs.map((tab) => (
            <li key={tab.to}>
              <TabLink {...tab} />
            </li>
          ))}
        </ul>
      </div>
      {more.length > 0 && <More tabs={more} />}
    </nav>
  )
}

function TabLink({ label, to, count, end }: Tab) {
  const { pathname } = useLocation()
  const [target = to] = to.split(/[?#]/)
  const isHere = pathname === target
  const isCurrent = isHere || (!end && pathname.startsWith(`${target}/`))
  return (
    <Link
      to={to}
      prefetch="intent"
      aria-current={isHere ? 'page' : isCurrent || undefined}
      className={lookOf(isCurrent)}
    >
      {label}
      <Count value={count} />
    </Link>
  )
}

function More({ tabs }: { tabs: Tab[] }) {
  const { pathname } = useLocation()
  const isIn = ({ to }: Tab) => pathname === to || pathname.startsWith(`${to}/`)
  return (
    <Menu
      summary={
        <>
          Mehr
          <ChevronDown className="size-5 shrink-0" />
        </>
      }
      summaryClassName={`${lookOf(tabs.some(isIn))} h-full gap-1 max-md:border-l max-md:border-l-linie`}
    >
      {tabs.map((tab) => (
        <MenuLink
          key={tab.to}
          to={tab.to}
          aria-current={pathname === tab.to ? 'page' : isIn(tab) || undefined}
        >
          {tab.label}
        </MenuLink>
      ))}
    </Menu>
  )
}
