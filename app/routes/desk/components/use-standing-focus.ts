import { type RefObject, useEffect } from 'react'

const WRITES = 'input, textarea, select, [contenteditable]'

/**
 * A scanner types wherever the focus is: whatever it types outside of fields goes into the one field, and whoever
 * presses beside everything is back in it.
 */
export function useStandingFocus(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = () => field.current?.focus({ preventScroll: true })
    const handleKey = (event: KeyboardEvent) => {
      const isSign = event.key.length === 1 && event.key !== ' '
      if (!isSign || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(WRITES)) return
      focus()
    }
    const handleLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget === null)
        setTimeout(() => document.activeElement === document.body && focus(), 0)
    }
    // After the frame has put the focus on the heading of the new page.
    const timer = setTimeout(focus, 0)
    document.addEventListener('keydown', handleKey)
    document.addEventListener('focusout', handleLeave)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', handleKey)
      document.removeEventListener('focusout', handleLeave)
    }
  }, [field])
}
