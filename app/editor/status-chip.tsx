import type { LucideIcon } from 'lucide-react'
import CircleCheck from 'lucide-react/icons/circle-check'
import CloudOff from 'lucide-react/icons/cloud-off'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect, useRef, useState } from 'react'
import type { Collaboration } from './collaboration.ts'
import type { Saving } from './save-state.ts'
import { useView } from './use-collaboration.ts'

const LOOKS: Record<Saving['kind'], { Icon: LucideIcon; colours: string }> = {
  connecting: { Icon: LoaderCircle, colours: 'bg-offen-zart text-offen' },
  saved: { Icon: CircleCheck, colours: 'bg-ok-zart text-ok' },
  saving: { Icon: LoaderCircle, colours: 'bg-offen-zart text-offen' },
  interrupted: { Icon: CloudOff, colours: 'bg-achtung-zart text-achtung' },
  unsaved: { Icon: TriangleAlert, colours: 'bg-stopp-zart text-stopp' },
  closed: { Icon: CloudOff, colours: 'bg-offen-zart text-offen' },
}

/** Long enough that typing says nothing, and a short gap in the line neither. */
const SETTLES_AFTER = 2_000

/** How it stands with saving. What is seen changes at once; what is read out only when it has settled as something else. */
export function StatusChip({ collaboration }: { collaboration: Collaboration }) {
  const saving = useView(collaboration, (view) => view.saving)
  const said = useSettled(saving)
  const { Icon, colours } = LOOKS[saving.kind]
  return (
    <>
      <span
        data-testid="status-chip"
        className={`inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 py-0.5 text-sm font-semibold ${colours}`}
      >
        <Icon className="size-[1.2em] shrink-0" />
        {saving.text}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

/** The sentence to be read out: none for typing and saving, and none twice. */
function useSettled({ kind, text }: Saving): string {
  const [said, setSaid] = useState('')
  const last = useRef<Saving['kind']>('connecting')
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  })
  useEffect(() => {
    if (kind === 'saving' || kind === 'connecting') return undefined
    const timer = setTimeout(() => {
      const isNews = kind !== last.current && !(last.current === 'connecting' && kind === 'saved')
      last.current = kind
      if (isNews) setSaid(latest.current)
    }, SETTLES_AFTER)
    return () => clearTimeout(timer)
  }, [kind])
  return said
}
