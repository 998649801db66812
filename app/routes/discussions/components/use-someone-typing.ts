import { useEffect, useState } from 'react'

const VISIBLE_FOR = 5_000

/** "jemand schreibt …" for five seconds after the last sign of it. */
export function useSomeoneTyping() {
  const [until, setUntil] = useState(0)
  useEffect(() => {
    if (until === 0) return
    const timer = setTimeout(() => setUntil(0), until - Date.now())
    return () => clearTimeout(timer)
  }, [until])
  return { isTyping: until > 0, handleTyping: () => setUntil(Date.now() + VISIBLE_FOR) }
}
