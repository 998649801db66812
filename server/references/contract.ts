import type { Pointer } from '#server/rich-text/contract.ts'

/** A text's mentions beyond this are names without back-links. */
export const MOST_MENTIONS = 500
/** Relations that people give one thing by form. */
export const MOST_RELATIONS = 100
/** Things of ours whose addresses are looked up in one plain text. */
export const MOST_ADDRESSES = 10
export const MOST_SUGGESTED = 8
/** On the page of results, for those who have no suggestions. */
export const MOST_FOUND = 30
/** Cards that an editor may ask for at once. */
export const MOST_CARDS = 100
export const LINKS_PER_PAGE = 20
/** "Mehr anzeigen" ends here: nobody reads on, and the cost has an end. */
export const MOST_PAGES = 10

export const REFERENCE_KINDS = ['relation', 'mention'] as const
/** How one thing points at another: a person set it by form, or a text names it. */
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** A reference as it stands; the time as text, to the microsecond. */
export type Kept = {
  fromKind: string
  fromId: string
  toKind: string
  toId: string
  kind: ReferenceKind
  createdAt: string
}

/** A thing as it is at this moment, for somebody who may read it. A person has no page: `path` is ''. */
export type LiveCard = Pointer & {
  /** The German word for one of its kind. */
  word: string
  title: string
  context: string
  path: string
  isPerson: boolean
}

export type BackLinks = {
  groups: { kind: ReferenceKind; cards: LiveCard[] }[]
  page: number
  hasMore: boolean
}

export type Suggestions = { groups: { kind: string; word: string; cards: LiveCard[] }[] }

/** "kind:id", as in addresses and as a key. */
export const keyOf = ({ kind, id }: Pointer) => `${kind}:${id}`
