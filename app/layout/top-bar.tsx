import { Form } from '@remix-run/react'
import Bell from 'lucide-react/icons/bell'
import LogIn from 'lucide-react/icons/log-in'
import Search from 'lucide-react/icons/search'
import { Brand } from '#app/layout/brand.tsx'
import type { RootView } from '#app/layout/root-view.ts'
import { UserMenu } from '#app/layout/user-menu.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Count } from '#app/ui/count.tsx'
import { Link } from '#app/ui/link.tsx'

const ROUND =
  'relative inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-mulde'

/** The bar above every page: search, bell, own menu; for visitors the ways in. */
export function TopBar({
  home,
  person,
  unread,
}: Pick<RootView, 'person' | 'unread'> & { home: string }) {
  // Visitors get a second line on a phone; stuck to the edge it would eat the page.
  const stuck = person ? 'sticky flex-nowrap' : 'flex-wrap md:sticky'
  return (
    <header
      className={`${stuck} top-0 z-20 flex min-h-14 items-center gap-x-2 border-b border-linie bg-flaeche px-3 py-1 md:gap-x-4 md:px-4 print:hidden`}
    >
      <div className="mr-auto min-w-0 md:hidden">
        <Brand home={home} hasName="always" />
      </div>
      <SearchForm />
      <Link to="/suche" prefetch="intent" className={`${ROUND} md:hidden`}>
        <Search />
        <span className="sr-only">Suche</span>
      </Link>
      {person ? (
        <>
          <Link to="/benachrichtigungen" prefetch="intent" className={ROUND}>
            <Bell />
            <span className="sr-only">Benachrichtigungen</span>
            <span className="absolute -top-0.5 left-5">
              <Count value={unread} word="ungelesen" />
            </span>
          </Link>
          <UserMenu person={person} />
        </>
      ) : (
        <VisitorLinks />
      )}
    </header>
  )
}

function SearchForm() {
  return (
    <Form
      role="search"
      action="/suche"
      className="relative mr-auto hidden w-full max-w-[36rem] md:block md:flex-1"
    >
      <Search className="pointer-events-none absolute top-3 left-3.5 size-5 text-leise" />
      <input
        type="search"
        name="q"
        aria-label="Suchen"
        placeholder="Suchen: PLGs, Themen, Schulen"
        className="min-h-11 w-full rounded-lg border border-rand bg-flaeche pr-3 pl-10 text-ellipsis"
      />
    </Form>
  )
}

function VisitorLinks() {
  return (
    <>
      <nav
        aria-label="Zugänge"
        className="order-last flex basis-full flex-wrap gap-x-4 text-sm md:order-none md:basis-auto"
      >
        <Link to="/leichte-sprache" className="inline-flex min-h-11 items-center underline">
          Leichte Sprache
        </Link>
        <Link to="/gebaerdensprache" className="inline-flex min-h-11 items-center underline">
          Gebärdensprache
        </Link>
      </nav>
      <ButtonLink to="/anmelden" variant="primary" icon={LogIn}>
        Anmelden
      </ButtonLink>
    </>
  )
}
