import { Link, useNavigate } from '@remix-run/react'
import { X } from 'lucide-react'
import { type ReactNode, type SyntheticEvent, useCallback, useEffect, useId, useState } from 'react'
import { useHydrated } from '#app/ui/use-hydrated.ts'

/**
 * A question of its own route. Reached by a link while JavaScript runs it lies over the page; opened
 * directly or without JavaScript it is a plain part of the page with the same content.
 * Closing leads to `closeTo` and gives the focus back to what opened it.
 */
export function Dialog({
  title,
  closeTo,
  children,
}: {
  title: ReactNode
  closeTo: string
  children: ReactNode
}) {
  const isHydrated = useHydrated()
  // The first answer counts: a dialog that came with the page stays where it is.
  const [isModal] = useState(isHydrated)
  const headingId = useId()
  const navigate = useNavigate()
  const open = useCallback(
    (dialog: HTMLDialogElement | null) => {
      if (isModal && dialog && !dialog.open) dialog.showModal()
    },
    [isModal],
  )
  useFocusBack(isModal)
  const handleCancel = (event: SyntheticEvent) => {
    event.preventDefault()
    navigate(closeTo, { state: { keepFocus: true }, preventScrollReset: true })
  }
  return (
    <dialog
      ref={open}
      open={isModal ? undefined : true}
      aria-labelledby={headingId}
      onCancel={handleCancel}
      className="relative mx-0 mt-0 mb-5 w-full max-w-[36rem] rounded-xl border border-rand bg-flaeche p-5 text-schrift modal:fixed modal:m-auto modal:w-[calc(100vw-1.5rem)] modal:shadow-lg"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={headingId} className="pt-2 text-xl">
          {title}
        </h2>
        <Link
          to={closeTo}
          state={{ keepFocus: true }}
          preventScrollReset
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg hover:bg-mulde"
        >
          <X />
          <span className="sr-only">Schließen</span>
        </Link>
      </div>
      {children}
    </dialog>
  )
}

/** The browser gives the focus back only for a dialog that is closed, not for one that is taken away. */
function useFocusBack(isModal: boolean) {
  const [opener] = useState(() => (isModal ? document.activeElement : null))
  useEffect(() => {
    if (!(opener instanceof HTMLElement)) return undefined
    return () => {
      if (opener.isConnected) opener.focus()
    }
  }, [opener])
}
