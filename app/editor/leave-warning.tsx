import { useBlocker, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Collaboration } from './collaboration.ts'
import { useView } from './use-collaboration.ts'

type Given = { collaboration: Collaboration }
type Place = { pathname: string; search: string; hash: string }
type Leaving = { currentLocation: Place; nextLocation: Place }

/**
 * Asks before the page is left while something is not saved. Within the platform it waits first: most often
 * the last words are acknowledged a moment later, and then it leaves by itself.
 */
export function LeaveWarning({ collaboration }: Given) {
  const hasOpen = useView(collaboration, (view) => view.pending > 0)
  const isUnsaved = useView(collaboration, (view) => view.saving.kind === 'unsaved')
  const dialog = useRef<HTMLDialogElement>(null)
  const { wanted, leave, stay } = useHeldBack(collaboration)

  useEffect(() => {
    const handleLeave = (event: BeforeUnloadEvent) => {
      if (collaboration.pending() > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [collaboration])

  useEffect(() => {
    if (!wanted) dialog.current?.close()
    else if (!hasOpen && collaboration.pending() === 0) leave()
    else if (isUnsaved && !dialog.current?.open) dialog.current?.showModal()
  }, [collaboration, wanted, hasOpen, isUnsaved, leave])

  useEffect(() => {
    const shown = dialog.current
    shown?.addEventListener('close', stay)
    return () => shown?.removeEventListener('close', stay)
  }, [stay])

  return (
    <Dialog ref={dialog} title="Noch nicht alles gespeichert">
      {wanted && <HowItStands collaboration={collaboration} />}
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={() => dialog.current?.close()}>
          Hier bleiben
        </Button>
        <Button type="button" variant="secondary" onClick={leave}>
          Seite verlassen
        </Button>
      </div>
    </Dialog>
  )
}

/**
 * Where somebody wanted to go while something was open. Kept here and not in the router's blocker, which forgets
 * it when the page loads its data anew, and it does that for news of others.
 */
function useHeldBack(collaboration: Collaboration) {
  const [wanted, setWanted] = useState<Place | null>(null)
  const mayLeave = useRef(false)
  const navigate = useNavigate()
  const holdsBack = useCallback(
    ({ currentLocation, nextLocation }: Leaving) =>
      !mayLeave.current &&
      collaboration.pending() > 0 &&
      currentLocation.pathname !== nextLocation.pathname,
    [collaboration],
  )
  const blocker = useBlocker(holdsBack)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    setWanted(blocker.location)
    blocker.reset()
  }, [blocker])
  const leave = useCallback(() => {
    if (!wanted) return
    mayLeave.current = true
    navigate(wanted)
  }, [wanted, navigate])
  const stay = useCallback(() => setWanted(null), [])
  return { wanted, leave, stay }
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
