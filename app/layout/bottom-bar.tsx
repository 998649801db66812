import Ellipsis from 'lucide-react/icons/ellipsis'
import { MenuIcon } from '#app/layout/menu-icon.tsx'
import type { MenuEntry, MenuIconName } from '#app/layout/root-view.ts'
import { useCurrent } from '#app/layout/use-current.ts'
import { Count } from '#app/ui/count.tsx'
import { Link } from '#app/ui/link.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'

const PLACES = 4
/** On the way, people ask what is on, what is allowed and what is free. */
const FIRST_ON_PHONE: MenuIconName[] = ['today', 'plg', 'software', 'medialab']
const ENTRY =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-0.5 text-leiste leading-tight -outline-offset-3'

/** The menu of a phone: four words and "Mehr", which holds the rest. */
export function BottomBar({ menu, officeMenu }: { menu: MenuEntry[]; officeMenu: MenuEntry[] }) {
  const currentOf = useCurrent()
  const chosen = chooseForPhone(menu)
  const rest = [...menu.filter((entry) => !chosen.includes(entry)), ...officeMenu]
  const isInRest = rest.some(({ to }) => currentOf(to)) || currentOf('/hilfe') !== undefined
  return (
    <nav
      aria-label="Hauptmenü"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-linie bg-flaeche pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {chosen.map(({ label, to, icon, count }) => (
          <li key={to} className="min-w-0 flex-1">
            <Link
              to={to}
              prefetch="intent"
              aria-current={currentOf(to)}
              className={`relative ${ENTRY} aria-[current]:font-bold aria-[current]:text-aktion`}
            >
              <MenuIcon name={icon} />
              <span className="max-w-full truncate">{label}</span>
              <span className="absolute top-1 left-1/2 ml-1.5">
                <Count value={count} />
              </span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <Menu
            opens="up"
            summaryClassName={`${ENTRY} ${isInRest ? 'font-bold text-aktion' : ''}`}
            summary={
              <>
                <Ellipsis className="size-6" />
                Mehr
              </>
            }
          >
            {rest.map(({ label, to, icon, count }) => (
              <MenuLink key={to} to={to} aria-current={currentOf(to)}>
                <MenuIcon name={icon} />
                {label}
                <Count value={count} />
              </MenuLink>
            ))}
            <MenuLink to="/hilfe" aria-current={currentOf('/hilfe')}>
              <MenuIcon name="help" />
              Hilfe
            </MenuLink>
          </Menu>
        </li>
      </ul>
    </nav>
  )
}

/** The favoured ones first, filled up from the front, shown in the order of the menu. */
function chooseForPhone(menu: MenuEntry[]): MenuEntry[] {
  const favoured = menu.filter(({ icon }) => FIRST_ON_PHONE.includes(icon))
  const others = menu.filter((entry) => !favoured.includes(entry))
  const chosen = [...favoured, ...others].slice(0, PLACES)
  return menu.filter((entry) => chosen.includes(entry))
}
