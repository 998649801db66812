import { useRevalidator } from '@remix-run/react'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'

/** HTML that the server has cleaned. Only the code that cleans it may mint this type. */
export type SafeHtml = string & { readonly __safeHtml: true }

/** What `hold` (app/http/hold.ts) gives instead of HTML begins with this; no text of ours can. */
export const HELD = '\u0000'

/** While a page is rendered on the server: what its loaders held back, by number. */
export const HeldHtml = createContext<readonly string[]>([])

/** Posts, documents and news as the server stored them; the only place where HTML is put in as it is. */
export function StoredHtml({ html, className = '' }: { html: SafeHtml; className?: string }) {
  const { element, inner } = useInner<HTMLDivElement>(html)
  return (
    <div
      ref={element}
      className={`prose ${className}`}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: inner }}
    />
  )
}

/** Rows of a table with hundreds of cells, written out as text: a tenth of the work of as many elements. */
export function StoredRows({ html }: { html: SafeHtml }) {
  const { element, inner } = useInner<HTMLTableSectionElement>(html)
  return (
    <tbody ref={element} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: inner }} />
  )
}

/** What was held back stands in the page already: React leaves it alone while it takes the page over. */
function useInner<Element extends HTMLElement>(html: SafeHtml) {
  const element = useRef<Element>(null)
  const held = useContext(HeldHtml)
  const { revalidate } = useRevalidator()
  const [first] = useState(html)
  const isHeld = html.startsWith(HELD)
  const inner = useMemo(() => {
    if (isHeld) return held[Number(html.slice(HELD.length))] ?? ''
    const isThere = first.startsWith(HELD) && element.current && isSame(element.current, html)
    return isThere ? '' : html
  }, [html, isHeld, held, first])
  useEffect(() => {
    // React made the page anew, because something else had changed it before.
    if (isHeld && !element.current?.firstChild) revalidate()
  }, [isHeld, revalidate])
  return { element, inner }
}

function isSame(element: HTMLElement, html: string): boolean {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.innerHTML === element.innerHTML
}
