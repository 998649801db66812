import { useNavigate } from '@remix-run/react'
import { type RefObject, useEffect } from 'react'

/**
 * Plain links in a table with hundreds of them: one listener sends them on without loading the page anew, and arrow keys
 * go from cell to cell. Without JavaScript they are links, and Tab goes through them.
 */
export function useGrid(table: RefObject<HTMLTableElement | null>): void {
  const navigate = useNavigate()
  useEffect(() => {
    const element = table.current
    if (!element) return
    const handleClick = (event: MouseEvent) => {
      const link = linkAt(event.target)
      if (!link || event.defaultPrevented || event.button !== 0 || isModified(event)) return
      event.preventDefault()
      void navigate(link.pathname + link.search)
    }
    const handleKey = (event: KeyboardEvent) => {
      const link = linkAt(event.target)
      const next = link && !isModified(event) && STEPS[event.key]?.(link)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('click', handleClick)
    element.addEventListener('keydown', handleKey)
    return () => {
      element.removeEventListener('click', handleClick)
      element.removeEventListener('keydown', handleKey)
    }
  }, [navigate, table])
}

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest('a') : null
const isModified = (event: MouseEvent | KeyboardEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

type Step = (from: HTMLAnchorElement) => HTMLAnchorElement | undefined

const STEPS: Partial<Record<string, Step>> = {
  ArrowLeft: (from) => inRow(from, -1),
  ArrowRight: (from) => inRow(from, 1),
  ArrowUp: (from) => inColumn(from, 'previousElementSibling'),
  ArrowDown: (from) => inColumn(from, 'nextElementSibling'),
}

const linksOf = (row: Element) =>
  [...row.querySelectorAll('a')].filter((link) => link.getClientRects().length > 0)

function inRow(from: HTMLAnchorElement, by: number) {
  const row = from.closest('tr')
  if (!row) return undefined
  const links = linksOf(row)
  return links[links.indexOf(from) + by]
}

/** The nearest link above or below: cells are of different lengths. */
function inColumn(from: HTMLAnchorElement, way: 'previousElementSibling' | 'nextElementSibling') {
  const centre = centreOf(from)
  let row = from.closest('tr')?.[way]
  while (row && linksOf(row).length === 0) row = row[way]
  return row
    ? linksOf(row).toSorted(
        (one, other) => Math.abs(centreOf(one) - centre) - Math.abs(centreOf(other) - centre),
      )[0]
    : undefined
}

function centreOf(link: Element): number {
  const { left, width } = (link.closest('td, th') ?? link).getBoundingClientRect()
  return left + width / 2
}
