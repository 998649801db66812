import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

const LOOKS = {
  info: { frame: 'border-aktion bg-aktion-zart', icon: 'text-aktion', Icon: Info, word: 'Hinweis' },
  ok: { frame: 'border-ok bg-ok-zart', icon: 'text-ok', Icon: CircleCheck, word: 'Erledigt' },
  achtung: {
    frame: 'border-achtung bg-achtung-zart',
    icon: 'text-achtung',
    Icon: TriangleAlert,
    word: 'Achtung',
  },
  stopp: {
    frame: 'border-stopp bg-stopp-zart',
    icon: 'text-stopp',
    Icon: CircleAlert,
    word: 'Stopp',
  },
} as const

/** A box in the text that must not be missed; the tone is also read out. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
}: {
  tone?: keyof typeof LOOKS
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  const { frame, icon, Icon, word } = LOOKS[tone]
  return (
    <div className={`flex gap-3 rounded-lg border p-3 ${frame}`}>
      <Icon className={`mt-0.5 shrink-0 ${icon}`} />
      <div className="relative min-w-0">
        <span className="sr-only">{word}: </span>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  )
}
