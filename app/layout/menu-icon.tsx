import type { LucideIcon } from 'lucide-react'
import AppWindow from 'lucide-react/icons/app-window'
import BookOpenText from 'lucide-react/icons/book-open-text'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import Flag from 'lucide-react/icons/flag'
import House from 'lucide-react/icons/house'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Newspaper from 'lucide-react/icons/newspaper'
import PackageOpen from 'lucide-react/icons/package-open'
import School from 'lucide-react/icons/school'
import Settings from 'lucide-react/icons/settings'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Users from 'lucide-react/icons/users'
import type { MenuIconName } from '#app/layout/root-view.ts'

const ICONS: Record<MenuIconName, LucideIcon> = {
  today: House,
  plg: Users,
  concepts: BookOpenText,
  software: AppWindow,
  medialab: CalendarDays,
  school: School,
  network: MessagesSquare,
  news: Newspaper,
  review: ShieldCheck,
  moderation: Flag,
  desk: PackageOpen,
  administration: Settings,
  help: CircleQuestionMark,
}

/** The picture beside a word of the menu; never alone. */
export function MenuIcon({ name }: { name: MenuIconName }) {
  const Icon = ICONS[name]
  return <Icon className="size-6 shrink-0" />
}
