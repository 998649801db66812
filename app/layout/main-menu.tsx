import { Brand } from '#app/layout/brand.tsx'
import { MenuIcon } from '#app/layout/menu-icon.tsx'
import type { MenuEntry } from '#app/layout/root-view.ts'
import { useCurrent } from '#app/layout/use-current.ts'
import { Count } from '#app/ui/count.tsx'
import { Link } from '#app/ui/link.tsx'

const HELP: MenuEntry = { label: 'Hilfe', to: '/hilfe', icon: 'help' }

/** The menu at the left: a rail with picture and word on an iPad, a bar with both in a line on a laptop. */
export function MainMenu({
  home,
  menu,
  officeMenu,
}: {
  home: string
  menu: MenuEntry[]
  officeMenu: MenuEntry[]
}) {
  return (
    <nav
      aria-label="Hauptmenü"
      className="sticky top-0 hidden h-dvh overflow-y-auto border-r border-linie bg-flaeche px-2 py-3 md:block xl:px-3 print:hidden"
    >
      <div className="mb-3 flex justify-center xl:justify-start xl:px-1">
        <Brand home={home} hasName="wide" />
      </div>
      <MenuList entries={menu} />
      {officeMenu.length > 0 && (
        <div className="mt-2 border-t border-linie pt-2">
          <MenuList entries={officeMenu} />
        </div>
      )}
      <div className="mt-2 border-t border-linie pt-2">
        <MenuList entries={[HELP]} />
      </div>
    </nav>
  )
}

function MenuList({ entries }: { entries: MenuEntry[] }) {
  const currentOf = useCurrent()
  return (
    <ul className="grid gap-1">
      {entries.map(({ label, to, icon, count }) => (
        <li key={to}>
          <Link
            to={to}
            prefetch="intent"
            aria-current={currentOf(to)}
            className="relative flex min-h-11 flex-col items-center justify-center gap-0.5 rounded-lg px-1 py-2 text-center text-leiste leading-tight font-semibold -outline-offset-3 hover:bg-mulde aria-[current]:bg-aktion-zart aria-[current]:font-bold xl:flex-row xl:justify-start xl:gap-3 xl:px-3.5 xl:py-1.5 xl:text-left xl:text-base xl:font-normal xl:aria-[current]:font-semibold"
          >
            <MenuIcon name={icon} />
            <span className="max-w-full break-words hyphens-auto">{label}</span>
            <span className="absolute top-1 right-1.5 xl:static xl:ml-auto">
              <Count value={count} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
