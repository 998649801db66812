import { useEffect } from 'react'

/**
 * Fades the places in the editor whose threads are done. The text does not know that, and telling it would cost
 * at every key, so the page says which are open, in a sheet of its own.
 */
export function useOpenMarks(threads: readonly { id: string }[]): void {
  const open = threads.map(({ id }) => `[data-thread="${id}"]`).join()
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    const done = `mark.kommentar:not(${open || '#keine'})`
    sheet.insertRule(`.ProseMirror ${done} { border-bottom: none; background: none; }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [open])
}
