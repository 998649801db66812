import { Extension } from '@tiptap/core'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { LiveCard, Suggestions } from '#server/references/contract.ts'
import { paths } from '#server/references/paths.ts'
import type { Pointer } from '#server/rich-text/contract.ts'
import type { Cards } from './cards.ts'

/** Longer than any name; then the "@" was none of a mention. */
const LONGEST_QUERY = 60

export type Suggesting = {
  query: string
  cards: LiveCard[]
  groups: Suggestions['groups']
  active: number
  place: DOMRect | null
  take: (card: LiveCard) => void
}

export type SuggestStore = ReturnType<typeof createSuggestStore>

/** What "@" offers at the moment, for the list on the page. The keys stay in the text. */
export function createSuggestStore() {
  let shown: Suggesting | null = null
  const listeners = new Set<() => void>()
  const set = (next: Suggesting | null) => {
    shown = next
    for (const listener of listeners) listener()
  }
  return {
    shown: () => shown,
    set,
    move(step: number): void {
      if (!shown) return
      const count = shown.cards.length
      set({ ...shown, active: (shown.active + step + count) % count })
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

type Options = { store: SuggestStore; cards: Cards; home: Pointer }
type Props = SuggestionProps<Suggestions['groups'][number], LiveCard>

/** "@" offers people and things: arrows choose, Enter or Tab takes, Escape closes. */
export const Suggest = Extension.create<Options>({
  name: 'suggest',
  addProseMirrorPlugins() {
    const { store, cards, home } = this.options
    const show = (props: Props) => {
      const all = props.items.flatMap((group) => group.cards)
      if (all.length === 0) return store.set(null)
      const active = Math.min(store.shown()?.active ?? 0, all.length - 1)
      const place = props.clientRect?.() ?? null
      const { query, items: groups } = props
      store.set({ query, cards: all, groups, active, place, take: (card) => props.command(card) })
    }
    return [
      Suggestion<Suggestions['groups'][number], LiveCard>({
        editor: this.editor,
        allowSpaces: true,
        allowedPrefixes: [' ', '(', '„', '"'],
        debounce: 150,
        decorationClass: 'verweis-suche',
        dismissOnOutsideClick: true,
        allow: ({ editor, range, state }) =>
          range.to - range.from <= LONGEST_QUERY &&
          !editor.isActive('code') &&
          !state.selection.$from.parent.type.spec.code,
        items: ({ query, signal }) => ask(query, home, signal),
        command: ({ editor, range, props: card }) => {
          cards.remember(card)
          const { kind, id } = card
          editor
            .chain()
            .focus()
            .insertContentAt(range, [
              { type: 'mention', attrs: { kind, id } },
              { type: 'text', text: ' ' },
            ])
            .run()
        },
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => store.set(null),
          onKeyDown: ({ event }) => handleKey(store, event),
        }),
      }),
    ]
  },
})

function handleKey(store: SuggestStore, event: KeyboardEvent): boolean {
  const shown = store.shown()
  const card = shown?.cards[shown.active]
  if (!shown || !card || event.isComposing) return false
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) store.move(step)
  else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) shown.take(card)
  else return false
  return true
}

async function ask(query: string, home: Pointer, signal: AbortSignal) {
  if (query.trim() === '') return []
  try {
    const answer = await fetch(paths.suggestions(query.trim(), { home }), { signal })
    return answer.ok ? ((await answer.json()) as Suggestions).groups : []
  } catch {
    return []
  }
}
