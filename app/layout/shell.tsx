import type { ReactNode } from 'react'
import { Announcer } from '#app/layout/announcer.tsx'
import { BottomBar } from '#app/layout/bottom-bar.tsx'
import { DemoStrip } from '#app/layout/demo-strip.tsx'
import { Footer } from '#app/layout/footer.tsx'
import { LinkClicks } from '#app/layout/link-clicks.tsx'
import { MainMenu } from '#app/layout/main-menu.tsx'
import { OfflineBar } from '#app/layout/offline-bar.tsx'
import { Progress } from '#app/layout/progress.tsx'
import type { RootView } from '#app/layout/root-view.ts'
import { RouteFocus } from '#app/layout/route-focus.tsx'
import { SessionWarning } from '#app/layout/session-warning.tsx'
import { TopBar } from '#app/layout/top-bar.tsx'
import { JumpLink } from '#app/ui/jump-link.tsx'
import { ToastRegion } from '#app/ui/toast.tsx'

/** The frame of every page: menu at the left or at the bottom, bar on top, the page, the footer. */
export function Shell({ view, children }: { view: RootView; children: ReactNode }) {
  const { person, menu, officeMenu, unread, toast, demo, mailbox } = view
  const home = person ? '/heute' : '/'
  return (
    <>
      <JumpLink
        target="inhalt"
        className="fixed top-1 left-1 z-50 -translate-y-20 rounded-lg bg-aktion px-4 py-2.5 font-semibold text-auf-aktion focus:translate-y-0"
      >
        Zum Inhalt springen
      </JumpLink>
      <Progress />
      <div className="min-h-dvh md:grid md:grid-cols-[5.25rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <MainMenu home={home} menu={menu} officeMenu={officeMenu} />
        <div className="flex min-h-dvh min-w-0 flex-col pb-[calc(3.75rem+env(safe-area-inset-bottom))] md:pb-0 print:block">
          <TopBar home={home} person={person} unread={unread} />
          {demo && <DemoStrip mailbox={mailbox} />}
          <OfflineBar />
          <SessionWarning sessionEnd={view.sessionEnd} />
          <ToastRegion toast={toast} />
          <main
            id="inhalt"
            tabIndex={-1}
            className="w-full max-w-[72rem] min-w-0 px-3 py-5 md:px-5"
          >
            {children}
          </main>
          <Footer />
        </div>
      </div>
      <BottomBar menu={menu} officeMenu={officeMenu} />
      <Announcer />
      <RouteFocus />
      <LinkClicks />
    </>
  )
}
