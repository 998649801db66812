import { useEffect, useState } from 'react'

const EVENT = 'lernen25:ansage'

/** Says a sentence to people who listen to the page instead of looking at it. */
export function announce(text: string): void {
  window.dispatchEvent(new CustomEvent<string>(EVENT, { detail: text }))
}

/** The one quiet voice of the page. */
export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    const handleAnnounce = (event: Event) => setText((event as CustomEvent<string>).detail)
    window.addEventListener(EVENT, handleAnnounce)
    return () => window.removeEventListener(EVENT, handleAnnounce)
  }, [])
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
