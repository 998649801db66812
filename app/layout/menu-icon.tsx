import {
  AppWindow,
  BookOpenText,
  CalendarDays,
  CircleQuestionMark,
  Flag,
  House,
  type LucideIcon,
  MessagesSquare,
  Newspaper,
  PackageOpen,
  School,
  Settings,
  ShieldCheck,
  Users,
} from 'lucide-react'
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
