import type { Pointer } from '#server/rich-text/contract.ts'
import { keyOf } from './contract.ts'

export const paths = {
  /** What one could mean by `q`, as JSON. Members of the home one writes in come first. */
  suggestions: (
    q: string,
    { home, persons = true }: { home?: Pointer; persons?: boolean } = {},
  ) => {
    const search = new URLSearchParams({ q })
    if (home) search.set('in', keyOf(home))
    if (!persons) search.set('ohne', 'personen')
    return `/verweise/suche?${search.toString()}`
  },
  /** Live cards of things that a text mentions, as JSON. */
  cards: (things: Pointer[]) => `/verweise/karten?ids=${things.map(keyOf).join(',')}`,
  /** The page that adds and removes relations of a thing. */
  relations: ({ kind, id }: Pointer) => `/verweise/${kind}/${id}`,
}
