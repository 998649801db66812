import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { announce } from '#app/layout/announcer.tsx'

/**
 * After going to another page the focus stands on its h1 and its title is said, as a browser does on a real
 * load. Left alone: the first load, jumps to a place in the page, people in the middle of a form,
 * and navigation with `state: { keepFocus: true }` (a dialog gives the focus back itself).
 */
export function RouteFocus() {
  const location = useLocation()
  const last = useRef(location)

  useEffect(() => {
    const before = last.current
    last.current = location
    if (before.key === location.key || location.hash || keepsFocus(location.state)) return
    const isOtherPage = before.pathname !== location.pathname
    const isInForm = document.activeElement?.closest('form, dialog') != null
    if (!isOtherPage && isInForm) return
    if (isOtherPage || before.search !== location.search) announce(document.title)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [location])

  return null
}

function keepsFocus(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'keepFocus' in state
}
