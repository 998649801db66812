import type { StoredHtml } from '../render.ts'

/** A section is what stands by itself in a text: a paragraph, a heading, an item of a list, a table, a picture. */
export type Counts = { changed: number; added: number; removed: number; moved: number }

export const COMPARISON_LAYOUTS = ['inline', 'side'] as const
/** Both texts woven into one, or beside each other. */
export type ComparisonLayout = (typeof COMPARISON_LAYOUTS)[number]

export type ChangeKind = 'changed' | 'added' | 'removed' | 'moved'

/** One change as it is shown; `at` counts the changes of a comparison from 1. What is new in a row is one change. */
export type ShownChange<Html> = {
  kind: ChangeKind
  at: number
  /** How many sections it takes in. */
  count: number
  /** The heading it stands below. */
  under: string
  notes: string[]
} & ({ html: Html } | { before: Html; after: Html })

/** A comparison as it is read from top to bottom. */
export type Section<Html = StoredHtml> =
  { kind: 'same'; count: number; html: Html } | ShownChange<Html>
