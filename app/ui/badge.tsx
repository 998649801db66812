import type { LucideIcon } from 'lucide-react'
import Check from 'lucide-react/icons/check'
import CircleDot from 'lucide-react/icons/circle-dot'
import Clock from 'lucide-react/icons/clock'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'

export type Tone = 'ok' | 'achtung' | 'stopp' | 'offen' | 'aktion'

const LOOKS: Record<Tone, string> = {
  ok: 'bg-ok-zart text-ok',
  achtung: 'bg-achtung-zart text-achtung',
  stopp: 'bg-stopp-zart text-stopp',
  offen: 'bg-offen-zart text-offen',
  aktion: 'bg-aktion-zart text-aktion',
}
const ICONS: Record<Tone, LucideIcon> = {
  ok: Check,
  achtung: TriangleAlert,
  stopp: X,
  offen: Clock,
  aktion: CircleDot,
}

/** A state as icon and word; the colour is only the third hint. */
export function Badge({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon?: LucideIcon
  children: ReactNode
}) {
  const Icon = icon ?? ICONS[tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md border border-transparent px-2 py-0.5 text-sm font-semibold ${LOOKS[tone]}`}
    >
      <Icon className="size-[1.1em] shrink-0" />
      {children}
    </span>
  )
}
