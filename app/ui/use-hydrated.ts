import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

/** False in server HTML and while it is being brought to life, true from then on: "JavaScript runs". */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}
