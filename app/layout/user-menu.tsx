import CircleUser from 'lucide-react/icons/circle-user'
import SunMoon from 'lucide-react/icons/sun-moon'
import type { RootView } from '#app/layout/root-view.ts'
import { useSignOut } from '#app/layout/sign-out.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'

/** The own initials: account, look, sign out. */
export function UserMenu({ person }: { person: NonNullable<RootView['person']> }) {
  const signOut = useSignOut(person.id)
  return (
    <>
      <Menu
        summaryClassName="flex size-11 items-center justify-center rounded-full border border-transparent bg-aktion-zart font-semibold"
        summary={
          <>
            {person.initials}
            <span className="sr-only">, Menü von {person.name}</span>
          </>
        }
      >
        <li className="border-b border-linie px-3 pt-1.5 pb-2">
          <p className="font-semibold">{person.name}</p>
          {!person.confirmed && (
            <p className="max-w-64 text-sm text-leise">Ihre Schule hat Sie noch nicht bestätigt.</p>
          )}
        </li>
        <MenuLink to="/konto" icon={CircleUser}>
          Konto
        </MenuLink>
        <MenuLink to="/konto/darstellung" icon={SunMoon}>
          Darstellung
        </MenuLink>
        <li>{signOut.entry}</li>
      </Menu>
      {signOut.question}
    </>
  )
}
