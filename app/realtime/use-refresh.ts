import { useFetchers, useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'

type Wanted = { timer: ReturnType<typeof setTimeout>; due: number; loadsBefore: number }

/** One for the whole tab, however many components hear of news. */
const tab = {
  wanted: undefined as Wanted | undefined,
  isBusy: false,
  /** How often the page's data have begun to load after a form or a navigation. */
  loads: 0,
  whenIdle: () => {},
}

/**
 * Reloads the data of the page soon. Calls that come together become one; a load that began after the news
 * makes it unnecessary (one's own act is news, too); a tab nobody looks at waits until somebody does; without
 * a network nothing is asked, because the page would turn into an error.
 *
 * @returns a function that takes the longest wait in milliseconds
 */
export function useRefresh(): (withinMs: number) => void {
  const { revalidate, state } = useRevalidator()
  const latest = useRef(revalidate)
  useEffect(() => {
    latest.current = revalidate
  })
  useBusyTab(state)
  return useCallback((withinMs: number) => {
    const due = Date.now() + withinMs
    if (tab.wanted && tab.wanted.due <= due) return
    clearTimeout(tab.wanted?.timer)
    const loadsBefore = tab.wanted?.loadsBefore ?? tab.loads
    const timer = setTimeout(() => whenReady(() => latest.current()), withinMs)
    tab.wanted = { due, timer, loadsBefore }
  }, [])
}

/** Follows what the router is doing. Several components may: they see the same. */
function useBusyTab(revalidating: 'idle' | 'loading'): void {
  // A load for earlier news is let through: a second one would break it off.
  const states = [...useFetchers().map(({ state }) => state), useNavigation().state, revalidating]
  const isLoading = states.includes('loading')
  const isBusy = isLoading || states.includes('submitting')
  useEffect(() => {
    if (isLoading) tab.loads += 1
  }, [isLoading])
  useEffect(() => {
    tab.isBusy = isBusy
    if (!isBusy) tab.whenIdle()
  }, [isBusy])
}

function whenReady(refresh: () => void): void {
  const isSeen = document.visibilityState === 'visible' && navigator.onLine
  if (isSeen && !tab.isBusy) {
    const isStale = tab.loads === tab.wanted?.loadsBefore
    tab.wanted = undefined
    if (isStale) refresh()
    return
  }
  const retry = () => {
    document.removeEventListener('visibilitychange', retry)
    window.removeEventListener('online', retry)
    tab.whenIdle = () => {}
    whenReady(refresh)
  }
  document.addEventListener('visibilitychange', retry)
  window.addEventListener('online', retry)
  tab.whenIdle = retry
}

/** A wait between 0 and `longest`: many tabs hear the same news at once and do not all ask together. */
export function spread(longest: number): number {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
  return Math.floor((byte / 256) * longest)
}
