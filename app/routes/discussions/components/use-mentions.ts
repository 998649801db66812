import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'
import { plural } from '#app/ui/format.ts'
import type { Mentionable } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import { insertText } from './insert-text.ts'

/** "@" at the beginning of a word and what was typed of a name behind it. */
const BEGUN = /(?:^|[^\p{L}\p{N}])@(\p{L}[\p{L}.' -]{0,60})$/u
const MOST_SHOWN = 6

type Open = { from: number; to: number; found: Mentionable[]; active: number }

/** The names of a PLG's members, asked for once somebody types "@". */
function useNames(plg: string) {
  const names = useRef<Promise<Mentionable[]>>()
  return () => (names.current ??= load(plg).catch(() => []))
}

async function load(plg: string): Promise<Mentionable[]> {
  const answer = await fetch(paths.names(plg))
  return answer.ok ? ((await answer.json()) as Mentionable[]) : []
}

/** Suggests members behind "@": arrows choose, Enter or Tab takes, Escape closes. */
export function useMentions(plg: string, box: RefObject<HTMLElement | null>) {
  const names = useNames(plg)
  const [open, setOpen] = useState<Open | null>(null)
  const asked = useRef(0)
  const area = () => box.current?.querySelector('textarea') ?? null

  const look = async () => {
    const turn = ++asked.current
    const field = area()
    const to = field?.selectionStart ?? 0
    const begun = BEGUN.exec(field?.value.slice(0, to) ?? '')?.[1]
    if (begun === undefined) return setOpen(null)
    const found = fitting(await names(), begun)
    if (turn !== asked.current) return
    if (found.length > 0) announce(plural(found.length, 'Vorschlag', 'Vorschläge'))
    setOpen(found.length === 0 ? null : { from: to - begun.length, to, found, active: 0 })
  }

  const take = (person: Mentionable) => {
    const field = area()
    if (!open || !field) return
    insertText(field, `${nameOf(person)} `, open)
    asked.current++
    setOpen(null)
  }

  const handleKey = (event: KeyboardEvent) => {
    if (!open) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const person = open.found[open.active]
    if (step) {
      const count = open.found.length
      setOpen({ ...open, active: (open.active + step + count) % count })
    } else if (event.key === 'Escape') setOpen(null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && person)
      take(person)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { open, look: () => void look(), take, close: () => setOpen(null), handleKey }
}

export const nameOf = ({ firstName, lastName }: Mentionable) => `${firstName} ${lastName}`

function fitting(members: Mentionable[], begun: string): Mentionable[] {
  const wanted = begun.toLowerCase()
  const fits = (member: Mentionable) => {
    const name = nameOf(member).toLowerCase()
    return name !== wanted.trimEnd() && (name.startsWith(wanted) || startsLast(member, wanted))
  }
  return members.filter(fits).slice(0, MOST_SHOWN)
}

const startsLast = ({ lastName }: Mentionable, wanted: string) =>
  lastName.toLowerCase().startsWith(wanted)
