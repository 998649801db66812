import {
  isRouteErrorResponse,
  type MetaFunction,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { data } from '@remix-run/node'
import type { ReactNode } from 'react'
import { readLook, takeToast } from '#app/http/cookies.ts'
import { visitorPage } from '#app/http/page.ts'
import { Document } from '#app/layout/document.tsx'
import { KeptForm } from '#app/layout/kept-form.tsx'
import { menuFor, officeMenuFor } from '#app/layout/menu-entries.ts'
import type { RootView } from '#app/layout/root-view.ts'
import { Shell } from '#app/layout/shell.tsx'
import { LiveLine } from '#app/realtime/live-line.tsx'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { initials } from '#app/ui/format.ts'
import { frameFor } from '#server/today/views.ts'

export const loader = visitorPage(async ({ actor, request, context }) => {
  const [look, flash, frame] = await Promise.all([
    readLook(request),
    takeToast(request),
    frameFor(actor),
  ])
  const view: RootView = {
    look,
    person: frame.person && { ...frame.person, initials: initials(frame.person.name) },
    menu: menuFor(frame),
    officeMenu: officeMenuFor(frame),
    unread: frame.unread,
    toast: flash.toast,
    demo: frame.isDemo,
    mailbox: frame.hasMailbox,
    sessionEnd: frame.sessionEnd,
  }
  return data(
    { view, nonce: context.nonce },
    flash.cookie ? { headers: { 'Set-Cookie': flash.cookie } } : undefined,
  )
})

export const meta: MetaFunction = () => [{ title: 'Lernen 25' }]

/** Filters and paging of one page change nothing about the frame. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { currentUrl, nextUrl, formMethod } = args
  const isOnlyAnotherQuery = !formMethod && currentUrl.pathname === nextUrl.pathname
  return isOnlyAnotherQuery && currentUrl.search !== nextUrl.search ? false : unlessTrouble(args)
}

export default function Root() {
  const { view, nonce } = useLoaderData<typeof loader>()
  return (
    <Document look={view.look} nonce={nonce}>
      <Shell view={view}>
        <Outlet />
      </Shell>
      {view.person && <LiveLine personId={view.person.id} />}
    </Document>
  )
}

const PLAIN_VIEW: RootView = {
  look: { theme: 'system', textSize: '100', density: 'comfortable', shortcuts: 'off' },
  person: null,
  menu: menuFor(null),
  officeMenu: [],
  unread: 0,
  toast: null,
  demo: false,
  mailbox: false,
  sessionEnd: null,
}

export function ErrorBoundary() {
  const loaded = useRouteLoaderData<typeof loader>('root')
  const view = loaded?.view ?? PLAIN_VIEW
  return (
    <Document look={view.look} nonce={loaded?.nonce}>
      <Shell view={view}>
        <WhatWentWrong home={view.person ? '/heute' : '/'} />
      </Shell>
    </Document>
  )
}

type Facts = {
  id?: string
  message?: string
  typed?: [string, string][]
  action?: string
} | null

function WhatWentWrong({ home }: { home: string }): ReactNode {
  const error = useRouteError()
  const { pathname } = useLocation()
  if (isBrokenLine(error)) return <BrokenLine to={pathname} home={home} />
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} home={home} />
  const facts = error.data as Facts
  if (facts?.typed)
    return (
      <KeptForm
        status={error.status}
        typed={facts.typed}
        action={facts.action ?? '/'}
        code={facts.id}
      />
    )
  return (
    <ErrorPage
      status={error.status}
      text={facts?.message || undefined}
      code={facts?.id}
      home={home}
    />
  )
}

/** A page's data did not arrive at all: that is the line, not the platform. Browsers tell it by a TypeError. */
function isBrokenLine(error: unknown): boolean {
  return (
    typeof document !== 'undefined' &&
    error instanceof TypeError &&
    /fetch|load/i.test(error.message)
  )
}

function BrokenLine({ to, home }: { to: string; home: string }) {
  return (
    <ErrorPage
      status={503}
      title="Keine Verbindung."
      text="Diese Seite konnte nicht geladen werden. Was Sie geschrieben haben, ist auf diesem Gerät gesichert."
      action={{ label: 'Erneut laden', to }}
      home={home}
    />
  )
}
