import { useSyncExternalStore } from 'react'

/** The dialogs of the editor; at most one is open. */
export type Popup =
  | { kind: 'link' }
  | { kind: 'table' }
  | { kind: 'picture'; file?: File }
  /** Words for the picture that is selected. */
  | { kind: 'description' }
  | { kind: 'keys' }

type State = { popup: Popup | null; hint: string | null }

/** What extensions of the editor ask of the page: open a dialog, say a sentence. */
export function createPopups() {
  let state: State = { popup: null, hint: null }
  const listeners = new Set<() => void>()
  const set = (change: Partial<State>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  return {
    open: (popup: Popup) => set({ popup, hint: null }),
    close: () => set({ popup: null }),
    hint: (hint: string | null) => set({ hint }),
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Popups = ReturnType<typeof createPopups>

export const usePopups = ({ subscribe, state }: Popups) => useSyncExternalStore(subscribe, state)
