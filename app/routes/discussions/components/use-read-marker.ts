import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

/** A post counts as read when its end was on the screen, and the page rested a moment. */
const REST = 1_000

/**
 * Tells the server up to which post somebody has read. A GET changes nothing, so this is a form of its own,
 * sent in the background; without a script there is the button "Alles gelesen".
 *
 * @param firstUnread null: nothing to tell
 */
export function useReadMarker(
  thread: RefObject<HTMLElement | null>,
  { action, firstUnread, shown }: { action: string; firstUnread: number | null; shown: number },
): void {
  const { submit } = useFetcher({ key: `gelesen-${action}` })
  const seen = useRef(0)
  const told = useRef(0)
  const send = useRef((_upTo: number) => {})
  useEffect(() => {
    send.current = (upTo) => {
      told.current = upTo
      submit({ intent: 'markRead', upTo: String(upTo) }, { method: 'post', action })
    }
  })
  const wanted = firstUnread ?? Infinity

  useEffect(() => {
    if (!thread.current || wanted === Infinity) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const isWorthIt = seen.current > told.current && seen.current >= wanted
      if (isWorthIt && document.visibilityState === 'visible' && navigator.onLine)
        send.current(seen.current)
    }
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting && target instanceof HTMLElement)
          seen.current = Math.max(seen.current, Number(target.dataset.ende))
      clearTimeout(timer)
      timer = setTimeout(tell, REST)
    })
    for (const end of thread.current.querySelectorAll('[data-ende]')) observer.observe(end)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(tell, REST)
    }
    document.addEventListener('visibilitychange', later)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('visibilitychange', later)
    }
  }, [thread, wanted, shown])
}
