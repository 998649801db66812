import { Outlet } from '@remix-run/react'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/accounts/paths.ts'
import { paths as sessions } from '#server/plg/sessions/paths.ts'

const TABS = [
  { label: 'Überblick', to: paths.account(), end: true },
  { label: 'Schulen und Rollen', to: paths.roles() },
  { label: 'Passwort', to: paths.password() },
  { label: 'Geräte', to: paths.sessions() },
  { label: 'Darstellung', to: paths.appearance() },
  { label: 'Kalender', to: sessions.calendar() },
  { label: 'Datenschutz', to: paths.storedData() },
]

/** The frame of the account. It knows nothing of the person: each page under it asks for itself. */
export default function Account() {
  return (
    <>
      <PageHead title="Konto" />
      <Tabs label="Konto" tabs={TABS} />
      <Outlet />
    </>
  )
}
