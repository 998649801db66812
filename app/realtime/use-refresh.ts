import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'

/** One waiting refresh for the whole tab, however many components heard of news. */
let waiting: { timer: ReturnType<typeof setTimeout>; due: number } | undefined

/**
 * Reloads the data of the page soon. Calls that come together become one; a tab nobody looks at waits until
 * somebody does; without a network nothing is asked, because the page would turn into an error.
 *
 * @returns a function that takes the longest wait in milliseconds
 */
export function useRefresh(): (withinMs: number) => void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  useEffect(() => {
    latest.current = revalidate
  })
  return useCallback((withinMs: number) => {
    const due = Date.now() + withinMs
    if (waiting && waiting.due <= due) return
    clearTimeout(waiting?.timer)
    waiting = { due, timer: setTimeout(() => whenSeen(() => latest.current()), withinMs) }
  }, [])
}

function whenSeen(refresh: () => void): void {
  const isReady = document.visibilityState === 'visible' && navigator.onLine
  if (isReady) {
    waiting = undefined
    refresh()
    return
  }
  const retry = () => {
    document.removeEventListener('visibilitychange', retry)
    window.removeEventListener('online', retry)
    whenSeen(refresh)
  }
  document.addEventListener('visibilitychange', retry)
  window.addEventListener('online', retry)
}

/** A wait between 0 and `longest`: many tabs hear the same news at once and do not all ask together. */
export function spread(longest: number): number {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
  return Math.floor((byte / 256) * longest)
}
