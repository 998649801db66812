import { Form } from '@remix-run/react'
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import { useHydrated } from '#app/ui/use-hydrated.ts'

export type Toast = {
  /** New for every message, so that the same words said twice appear twice. */
  id: string
  text: string
  tone?: 'ok' | 'achtung'
  /** Sends `fields` by POST to `action`. */
  undo?: { label: string; action: string; fields: Record<string, string> }
}

const SECONDS = { plain: 6, withUndo: 10 }

/**
 * The message of what just happened. The region is always there, so that a new message is read out.
 * It waits while mouse or focus is in it. Without JavaScript it is a box above the page.
 */
export function ToastRegion({ toast }: { toast: Toast | null }) {
  const [dismissed, setDismissed] = useState<string>()
  const [isHeld, setHeld] = useState(false)
  // The server says it once; when the page's data load anew the message stays for its time.
  const [last, setLast] = useState(toast)
  if (toast && toast.id !== last?.id) setLast(toast)
  const shown = last && last.id !== dismissed ? last : null
  const seconds = shown?.undo ? SECONDS.withUndo : SECONDS.plain

  useEffect(() => {
    if (!shown || isHeld) return undefined
    const timer = setTimeout(() => setDismissed(shown.id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [shown, isHeld, seconds])

  return (
    /* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only to wait, nothing is operated */
    <output
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed right-3 bottom-24 left-3 z-40 mx-auto block max-w-[32rem] md:right-5 md:bottom-5 md:left-auto print:hidden noscript:static noscript:mx-3 noscript:mt-3"
    >
      {shown && <ToastBox toast={shown} onDismiss={() => setDismissed(shown.id)} />}
    </output>
  )
}

function ToastBox({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const canDismiss = useHydrated()
  const isFine = toast.tone !== 'achtung'
  const Icon = isFine ? Check : TriangleAlert
  const edge = isFine ? 'border-l-ok' : 'border-l-achtung'
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 rounded-lg border border-l-4 border-rand bg-flaeche py-1.5 pr-1.5 pl-4 shadow-lg ${edge}`}
    >
      <Icon className={`size-5 shrink-0 ${isFine ? 'text-ok' : 'text-achtung'}`} />
      <p className="min-w-0 flex-1 py-2">{toast.text}</p>
      {toast.undo && (
        <Form method="post" action={toast.undo.action}>
          {Object.entries(toast.undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button
            type="submit"
            className="inline-flex min-h-11 items-center gap-2 rounded-lg px-3 font-semibold text-aktion hover:bg-mulde"
          >
            <Undo2 className="size-5" />
            {toast.undo.label}
          </button>
        </Form>
      )}
      {canDismiss && (
        <button
          type="button"
          onClick={onDismiss}
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg hover:bg-mulde"
        >
          <X className="size-5" />
          <span className="sr-only">Meldung schließen</span>
        </button>
      )}
    </div>
  )
}
