import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#app/http/page.ts'

/**
 * How often the form with this key field was sent and accepted: as its `key` it makes the fields empty for the next
 * one. Several forms of one kind on a page are told apart by the value of `field`.
 */
export function useAccepted(
  intent: string,
  reply: Reply | undefined,
  { field, value }: { field?: string; value?: string } = {},
): number {
  const [count, setCount] = useState(0)
  const wasSending = useRef(false)
  const data = useNavigation().formData
  const isSending =
    data?.get('intent') === intent && (field === undefined || data.get(field) === value)
  useEffect(() => {
    if (!isSending && wasSending.current && !reply) setCount((before) => before + 1)
    wasSending.current = isSending
  }, [isSending, reply])
  return count
}
