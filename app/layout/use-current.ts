import { useLocation } from '@remix-run/react'

/** Says of a menu address whether one is there: 'page' on it, true below it, undefined elsewhere. */
export function useCurrent(): (to: string) => 'page' | true | undefined {
  const { pathname } = useLocation()
  return (to) => {
    if (pathname === to) return 'page'
    return to !== '/' && pathname.startsWith(`${to}/`) ? true : undefined
  }
}
