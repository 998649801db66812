import { useEffect, useRef } from 'react'

/** Where a digit is something one writes, or means something already. */
const WRITTEN_IN =
  'textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])'

/**
 * Hears the digits 1 to 9 on the page, but never where one writes, in a dialog, or while the key is held down.
 *
 * @param isOn a key without Ctrl does something only for people who switched that on (WCAG 2.1.4)
 * @param press says whether there was something to do
 */
export function useNumberKeys(isOn: boolean, press: (digit: number) => boolean): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    if (!isOn) return
    const handle = (event: KeyboardEvent) => {
      if (isFree(event) && latest.current(Number(event.key))) event.preventDefault()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [isOn])
}

function isFree(event: KeyboardEvent): boolean {
  const { key, target, repeat, ctrlKey, metaKey, altKey, defaultPrevented } = event
  if (!/^[1-9]$/.test(key) || repeat || ctrlKey || metaKey || altKey || defaultPrevented)
    return false
  const isWriting = target instanceof Element && target.closest(WRITTEN_IN) !== null
  return !isWriting && document.querySelector('dialog[open]') === null
}

/** Presses the button or link that carries this digit. */
export function pressNumbered(digit: number): boolean {
  const key = document.querySelector(`[data-digit="${digit}"]`)
  const control = key?.closest<HTMLElement>('button, a')
  control?.click()
  return control != null
}

/** The digit on a button or link. */
export function NumberKey({ digit }: { digit: number }) {
  return (
    <kbd
      aria-hidden
      data-digit={digit}
      className="mr-2 rounded border border-current px-1.5 text-sm"
    >
      {digit}
    </kbd>
  )
}
