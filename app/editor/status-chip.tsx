import type { LucideIcon } from 'lucide-react'
import CircleCheck from 'lucide-react/icons/circle-check'
import CloudOff from 'lucide-react/icons/cloud-off'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect, useRef, useState } from 'react'
import type { Collaboration } from './collaboration.ts'
import type { Saving } from './save-state.ts'

const LOOKS: Record<Saving['kind'], { Icon: LucideIcon; colours: string }> = {
  connecting: { Icon: LoaderCircle, colours: 'bg-offen-zart text-offen' },
  saved: { Icon: CircleCheck, colours: 'bg-ok-zart text-ok' },
  saving: { Icon: LoaderCircle, colours: 'bg-offen-zart text-offen' },
  interrupted: { Icon: CloudOff, colours: 'bg-achtung-zart text-achtung' },
  unsaved: { Icon: TriangleAlert, colours: 'bg-stopp-zart text-stopp' },
  closed: { Icon: CloudOff, colours: 'bg-offen-zart text-offen' },
}
const KINDS = Object.keys(LOOKS) as Saving['kind'][]

/** Long enough that typing says nothing, and a short gap in the line neither. */
const SETTLES_AFTER = 2_000

/**
 * How it stands with saving. What is seen changes at once, past React: whenever React changes anything it walks
 * through the whole text to find the caret. What is read out changes only when it has settled as something else.
 */
export function StatusChip({ collaboration }: { collaboration: Collaboration }) {
  const chips = useRef<HTMLSpanElement>(null)
  const said = useSettled(collaboration)
  useEffect(() => {
    const show = ({ kind, text }: Saving) => {
      for (const chip of chips.current?.querySelectorAll<HTMLElement>('[data-kind]') ?? []) {
        chip.hidden = chip.dataset.kind !== kind
        if (chip.lastChild) chip.lastChild.textContent = chip.hidden ? '' : text
      }
    }
    show(collaboration.view().saving)
    return collaboration.watch(({ saving }) => show(saving))
  }, [collaboration])
  return (
    <>
      <span ref={chips} data-testid="status-chip">
        {KINDS.map((kind) => (
          <Chip key={kind} kind={kind} />
        ))}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

function Chip({ kind }: { kind: Saving['kind'] }) {
  const { Icon, colours } = LOOKS[kind]
  return (
    <span
      data-kind={kind}
      hidden
      className={`min-h-8 items-center gap-1.5 rounded-md px-2 py-0.5 text-sm font-semibold not-[[hidden]]:inline-flex ${colours}`}
    >
      <Icon className="size-[1.2em] shrink-0" />
      <span />
    </span>
  )
}

/** The sentence to be read out: none for typing and saving, and none twice. */
function useSettled(collaboration: Collaboration): string {
  const [said, setSaid] = useState('')
  useEffect(() => {
    let last: Saving['kind'] = 'connecting'
    let now: Saving['kind'] = 'connecting'
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const { kind, text } = collaboration.view().saving
      const isNews = kind !== last && !(last === 'connecting' && kind === 'saved')
      last = kind
      if (isNews) setSaid(text)
    }
    const hear = ({ kind }: Saving) => {
      if (kind === now) return
      now = kind
      clearTimeout(timer)
      if (kind !== 'saving' && kind !== 'connecting') timer = setTimeout(settle, SETTLES_AFTER)
    }
    hear(collaboration.view().saving)
    const unwatch = collaboration.watch(({ saving }) => hear(saving))
    return () => {
      unwatch()
      clearTimeout(timer)
    }
  }, [collaboration])
  return said
}
