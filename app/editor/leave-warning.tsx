import { useBlocker } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Collaboration } from './collaboration.ts'
import { useView } from './use-collaboration.ts'

type Given = { collaboration: Collaboration }
type Leaving = { currentLocation: { pathname: string }; nextLocation: { pathname: string } }

/**
 * Asks before the page is left while something is not saved. Within the platform it waits first: most often
 * the last words are acknowledged a moment later, and then it leaves by itself.
 */
export function LeaveWarning({ collaboration }: Given) {
  const hasOpen = useView(collaboration, (view) => view.pending > 0)
  const isUnsaved = useView(collaboration, (view) => view.saving.kind === 'unsaved')
  const dialog = useRef<HTMLDialogElement>(null)
  const holdsBack = useCallback(
    ({ currentLocation, nextLocation }: Leaving) =>
      collaboration.pending() > 0 && currentLocation.pathname !== nextLocation.pathname,
    [collaboration],
  )
  const blocker = useBlocker(holdsBack)
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
    else if (!hasOpen) blocker.proceed?.()
    else if (isUnsaved && !dialog.current?.open) dialog.current?.showModal()
  }, [isBlocked, hasOpen, isUnsaved, blocker])

  useEffect(() => {
    const shown = dialog.current
    const handleClose = () => blocker.state === 'blocked' && blocker.reset()
    shown?.addEventListener('close', handleClose)
    return () => shown?.removeEventListener('close', handleClose)
  }, [blocker])

  return (
    <Dialog ref={dialog} title="Noch nicht alles gespeichert">
      {isBlocked && <HowItStands collaboration={collaboration} />}
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

function HowItStands({ collaboration }: Given) {
  const text = useView(collaboration, (view) => view.saving.text)
  const isKeptHere = useView(collaboration, (view) => view.isKeptHere)
  return (
    <>
      <p className="mb-2">{text}.</p>
      <p className="mb-4">
        {isKeptHere
          ? 'Wenn Sie die Seite verlassen, werden die Änderungen gesendet, sobald Sie dieses Dokument auf diesem Gerät wieder bearbeiten.'
          : 'Dieses Gerät bewahrt nichts auf. Wenn Sie die Seite verlassen, gehen die Änderungen verloren.'}
      </p>
    </>
  )
}
