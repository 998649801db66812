import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'
import { plural } from '#app/ui/format.ts'
import type { LiveCard, Suggestions } from '#server/references/contract.ts'

/** Whoever types on is not asked about in between. */
const PAUSE = 250

type Open = { cards: LiveCard[]; active: number | null }

/** What the server suggests; nothing when it cannot be reached: the form leads to the page of results. */
async function load(address: string, signal: AbortSignal): Promise<LiveCard[]> {
  try {
    const answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
    if (!answer.ok || answer.redirected) return []
    return ((await answer.json()) as Suggestions).groups.flatMap(({ cards }) => cards)
  } catch {
    return []
  }
}

/** Suggestions below a search field: arrows choose, Enter takes, Escape closes. */
export function useSuggestions(addressOf: (q: string) => string, onTake: (card: LiveCard) => void) {
  const [open, setOpen] = useState<Open | null>(null)
  const asking = useRef<{ timer: number; stop: AbortController }>()

  const close = () => {
    window.clearTimeout(asking.current?.timer)
    asking.current?.stop.abort()
    setOpen(null)
  }
  useEffect(
    () => () => {
      window.clearTimeout(asking.current?.timer)
      asking.current?.stop.abort()
    },
    [],
  )

  const look = (q: string) => {
    window.clearTimeout(asking.current?.timer)
    asking.current?.stop.abort()
    if (q.trim().length < 2) return setOpen(null)
    const stop = new AbortController()
    const ask = async () => {
      const cards = await load(addressOf(q), stop.signal)
      if (stop.signal.aborted) return
      announce(
        cards.length > 0 ? plural(cards.length, 'Vorschlag', 'Vorschläge') : 'Kein Vorschlag',
      )
      setOpen(cards.length > 0 ? { cards, active: null } : null)
    }
    asking.current = { timer: window.setTimeout(() => void ask(), PAUSE), stop }
  }

  const take = (card: LiveCard) => {
    close()
    onTake(card)
  }

  const handleKey = (event: KeyboardEvent) => {
    if (!open) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = open.active === null ? undefined : open.cards[open.active]
    if (step) setOpen({ ...open, active: stepped(open, step) })
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen) take(chosen)
    else return
    event.preventDefault()
  }

  return { open, look, take, close, handleKey }
}

function stepped({ cards, active }: Open, step: number): number {
  if (active === null) return step > 0 ? 0 : cards.length - 1
  return (active + step + cards.length) % cards.length
}
