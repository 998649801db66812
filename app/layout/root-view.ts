import type { Toast } from '#app/ui/toast.tsx'

/** How a person wants to see the platform; kept in a cookie, so that the server writes it into the page. */
export type Look = {
  theme: 'system' | 'light' | 'dark'
  textSize: '100' | '115' | '130'
  density: 'comfortable' | 'compact'
  /** Single keys that do something, e.g. the digits at the desk; off until somebody wants them. */
  shortcuts: 'off' | 'on'
}

export type MenuIconName =
  | 'today'
  | 'plg'
  | 'concepts'
  | 'software'
  | 'medialab'
  | 'school'
  | 'network'
  | 'news'
  | 'review'
  | 'moderation'
  | 'desk'
  | 'administration'
  | 'help'

export type MenuEntry = { label: string; to: string; icon: MenuIconName; count?: number }

/** What the frame of every page needs to know. */
export type RootView = {
  look: Look
  person: null | { id: string; name: string; initials: string; confirmed: boolean }
  /** The main menu, in its order. */
  menu: MenuEntry[]
  /** The areas of an office (Prüfstelle, Theke …), below a line. */
  officeMenu: MenuEntry[]
  unread: number
  toast: Toast | null
  /** Invented persons and schools: the page says so. */
  demo: boolean
  /** The mailbox of the demonstration can be opened. */
  mailbox: boolean
  /** When one is signed out without doing anything; `isFinal` when doing something does not help any more. */
  sessionEnd: { secondsLeft: number; isFinal: boolean } | null
}
