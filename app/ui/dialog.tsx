import { forwardRef, type ReactNode, useId } from 'react'

/**
 * A question over the page, for what runs with JavaScript only: everything else has a route of its own. The
 * browser keeps the focus inside, closes on Escape and gives the focus back. Open it with `ref.current.showModal()`.
 */
export const Dialog = forwardRef<HTMLDialogElement, { title: ReactNode; children: ReactNode }>(
  function Dialog({ title, children }, ref) {
    const headingId = useId()
    return (
      <dialog
        ref={ref}
        aria-labelledby={headingId}
        className="m-auto w-[calc(100vw-1.5rem)] max-w-[32rem] rounded-xl border border-rand bg-flaeche p-5 text-schrift shadow-lg"
      >
        <h2 id={headingId} className="mb-2 text-xl">
          {title}
        </h2>
        {children}
      </dialog>
    )
  },
)
