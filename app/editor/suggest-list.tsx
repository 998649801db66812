import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { plural } from '#app/ui/format.ts'
import { keyOf, type LiveCard } from '#server/references/contract.ts'
import type { Suggesting, SuggestStore } from './suggest.ts'

export const SUGGEST_LIST = 'vorschlaege'
export const suggestId = (card: LiveCard) => `${SUGGEST_LIST}-${card.kind}-${card.id}`

/** What "@" offers, at the caret. The focus stays in the text, which points at the active line. */
export function SuggestList({ store, host }: { store: SuggestStore; host: HTMLElement | null }) {
  const shown = useSyncExternalStore(store.subscribe, store.shown)
  const count = shown?.cards.length ?? 0
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? `${plural(count, 'Vorschlag', 'Vorschläge')}, Pfeiltasten zum Auswählen` : ''}
      </p>
      {shown && <OpenList shown={shown} host={host} />}
    </>
  )
}

function OpenList({ shown, host }: { shown: Suggesting; host: HTMLElement | null }) {
  const list = useRef<HTMLDivElement>(null)
  const { place, cards, active } = shown
  useLayoutEffect(() => {
    if (list.current && place) placeAt(list.current, place)
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [place, active])
  useEffect(() => {
    const card = cards[active]
    host?.setAttribute('aria-controls', SUGGEST_LIST)
    if (card) host?.setAttribute('aria-activedescendant', suggestId(card))
    return () => {
      host?.removeAttribute('aria-controls')
      host?.removeAttribute('aria-activedescendant')
    }
  }, [host, cards, active])
  return (
    <div
      ref={list}
      id={SUGGEST_LIST}
      role="listbox"
      aria-label="Erwähnen"
      className="absolute z-30 max-h-72 w-[22rem] max-w-full overflow-y-auto rounded-xl border border-rand bg-flaeche p-1.5 shadow-lg"
    >
      {shown.groups.map(({ kind, word, cards: ofKind }) => (
        <div key={kind} role="group" aria-label={word}>
          <p aria-hidden="true" className="px-3 pt-1 text-sm text-leise">
            {word}
          </p>
          {ofKind.map((card) => (
            <div
              key={keyOf(card)}
              id={suggestId(card)}
              role="option"
              aria-selected={card === cards[active]}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault()
                shown.take(card)
              }}
              className="flex min-h-11 cursor-pointer flex-col justify-center rounded-lg px-3 py-1 hover:bg-mulde aria-selected:bg-aktion-zart"
            >
              <span className="font-semibold">{card.title}</span>
              {card.context && <span className="text-sm text-leise">{card.context}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Below the caret, or above it where the window ends; never over the edge of the text. */
function placeAt(list: HTMLElement, { left, top, bottom }: DOMRect): void {
  const frame = list.offsetParent?.getBoundingClientRect()
  if (!frame) return
  const most = frame.width - list.offsetWidth
  const hasRoom = bottom + list.offsetHeight + 8 < (window.visualViewport?.height ?? innerHeight)
  const upper = hasRoom ? bottom + 4 : top - list.offsetHeight - 4
  list.style.left = `${Math.max(0, Math.min(left - frame.left, most))}px`
  list.style.top = `${upper - frame.top}px`
}
