import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#app/http/page.ts'

/** How often a form of this page was sent and accepted: as its `key` it makes the fields empty for the next one. */
export function useAccepted(intent: string, reply: Reply | undefined): number {
  const [count, setCount] = useState(0)
  const wasSending = useRef(false)
  const isSending = useNavigation().formData?.get('intent') === intent
  useEffect(() => {
    if (!isSending && wasSending.current && !reply) setCount((before) => before + 1)
    wasSending.current = isSending
  }, [isSending, reply])
  return count
}
