import { keyOf, type LiveCard, MOST_CARDS } from '#server/references/contract.ts'
import { paths } from '#server/references/paths.ts'
import type { Pointer } from '#server/rich-text/contract.ts'

/** Missing: it is being asked for. Null: it may not be read by this person, or is gone. */
type Known = LiveCard | null

/** Cards of mentioned things; many questions in one go, because a text opens with all its mentions at once. */
export function createCards() {
  const known = new Map<string, Known>()
  const waiting = new Map<string, { pointer: Pointer; tell: ((card: Known) => void)[] }>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async () => {
    timer = undefined
    const asked = [...waiting.entries()].slice(0, MOST_CARDS)
    for (const [key] of asked) waiting.delete(key)
    if (waiting.size > 0) timer = setTimeout(() => void ask(), 0)
    const cards = await load(asked.map(([, { pointer }]) => pointer))
    for (const [key, { tell }] of asked) {
      const card = cards?.get(key) ?? null
      // A line that is cut says nothing about rights: asked again when the text shows it anew.
      if (cards) known.set(key, card)
      for (const one of tell) one(card)
    }
  }
  return {
    remember: (card: LiveCard) => void known.set(keyOf(card), card),
    find(pointer: Pointer, tell: (card: Known) => void): void {
      const key = keyOf(pointer)
      const card = known.get(key)
      if (card !== undefined) return tell(card)
      const entry = waiting.get(key) ?? { pointer, tell: [] }
      entry.tell.push(tell)
      waiting.set(key, entry)
      timer ??= setTimeout(() => void ask(), 30)
    },
  }
}

export type Cards = ReturnType<typeof createCards>

async function load(pointers: Pointer[]): Promise<Map<string, LiveCard> | null> {
  try {
    const answer = await fetch(paths.cards(pointers))
    if (!answer.ok) return null
    const { cards } = (await answer.json()) as { cards: LiveCard[] }
    return new Map(cards.map((card) => [keyOf(card), card]))
  } catch {
    return null
  }
}
