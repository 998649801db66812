import { useBlocker } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Collaboration } from './collaboration.ts'
import { useView } from './use-collaboration.ts'

/**
 * Asks before the page is left while something is not saved. Within the platform it waits first: most often
 * the last words are acknowledged a moment later, and then it leaves by itself.
 */
export function LeaveWarning({ collaboration }: { collaboration: Collaboration }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const pending = useView(collaboration, (view) => view.pending)
  const { text, kind } = useView(collaboration, (view) => view.saving)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      collaboration.pending() > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  const isBlocked = blocker.state === 'blocked'

  useEffect(() => {
    const handleLeave = (event: BeforeUnloadEvent) => {
      if (collaboration.pending() > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [collaboration])

  useEffect(() => {
    if (!isBlocked) dialog.current?.close()
    else if (pending === 0) blocker.proceed?.()
    else if (kind === 'unsaved' && !dialog.current?.open) dialog.current?.showModal()
  }, [isBlocked, pending, kind, blocker])

  useEffect(() => {
    const shown = dialog.current
    const handleClose = () => blocker.state === 'blocked' && blocker.reset()
    shown?.addEventListener('close', handleClose)
    return () => shown?.removeEventListener('close', handleClose)
  }, [blocker])

  return (
    <Dialog ref={dialog} title="Noch nicht alles gespeichert">
      <p className="mb-2">{text}.</p>
      <p className="mb-4">
        Wenn Sie die Seite verlassen, werden die Änderungen gesendet, sobald Sie dieses Dokument auf
        diesem Gerät wieder bearbeiten.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={() => dialog.current?.close()}>
          Hier bleiben
        </Button>
        <Button type="button" variant="secondary" onClick={() => blocker.proceed?.()}>
          Seite verlassen
        </Button>
      </div>
    </Dialog>
  )
}
