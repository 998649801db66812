import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'

const BAR_AFTER_MS = 300
const WORD_AFTER_MS = 1000

/** A thin bar when a page takes its time, and a word when it takes longer. Quick pages show nothing. */
export function Progress() {
  const isLoading = useNavigation().state !== 'idle'
  const [isSeen, setSeen] = useState(false)

  useEffect(() => {
    if (!isLoading) return undefined
    const bar = setTimeout(() => setSeen(true), BAR_AFTER_MS)
    const word = setTimeout(() => announce('Lädt …'), WORD_AFTER_MS)
    return () => {
      clearTimeout(bar)
      clearTimeout(word)
      setSeen(false)
    }
  }, [isLoading])

  if (!isSeen) return null
  return (
    <div aria-hidden="true" className="fixed inset-x-0 top-0 z-50 h-0.5 animate-pulse bg-aktion" />
  )
}
