import { useId } from 'react'
import type { SendState } from '#app/files/use-sending.ts'
import { Button } from '#app/ui/button.tsx'

/** How far a file is, and the way to break it off. */
export function SendProgress({ state, onStop }: { state: SendState; onStop: () => void }) {
  const id = useId()
  if (state.is === 'done') return <p className="font-semibold text-ok">{state.sentence}</p>
  if (state.is !== 'sending') return null
  const percent = Math.round(state.share * 100)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="min-w-0 wrap-anywhere">
        {state.share < 1 ? `„${state.name}“: ${percent} %` : `„${state.name}“ wird geprüft …`}
      </label>
      <progress id={id} max={100} value={percent} className="h-3 grow accent-aktion" />
      <Button type="button" variant="secondary" onClick={onStop}>
        Abbrechen
      </Button>
    </div>
  )
}
