import { useRouteLoaderData } from '@remix-run/react'
import type { RootView } from '#app/layout/root-view.ts'

/** Has this person switched on, on this device, that single keys do something? */
export function useShortcuts(): boolean {
  const root = useRouteLoaderData<{ view: RootView }>('root')
  return root?.view.look.shortcuts === 'on'
}
