import { useLocation } from '@remix-run/react'

/** What stands under an entry of the menu without its address beginning like it. */
const BELONGS: Record<string, string[]> = {
  '/plg': ['/ideen', '/vorhaben', '/hospitation', '/aufrufe'],
  '/unterstuetzung': ['/foerderung'],
  '/medialab': ['/verwaltung/angebote', '/verwaltung/zeiten', '/verwaltung/einweisungen'],
}

/** Says of a menu address whether one is there: 'page' on it, true below it, undefined elsewhere. */
export function useCurrent(): (to: string) => 'page' | true | undefined {
  const { pathname } = useLocation()
  return (to) => {
    if (pathname === to) return 'page'
    const below = (address: string) => pathname.startsWith(`${address}/`)
    if (to !== '/' && below(to)) return true
    return BELONGS[to]?.some((also) => pathname === also || below(also)) ? true : undefined
  }
}
