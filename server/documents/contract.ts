import type { SafeHtml } from '#server/platform/rich-text.ts'
import type { Content } from '#server/rich-text/contract.ts'

/** Limits that forms and schemas share (safety.md RL-5). */
export const LIMITS = {
  title: { min: 1, max: 200 },
  folder: { max: 80 },
  markdown: { max: 200_000 },
  versionName: { min: 1, max: 120 },
} as const

export const DOCUMENTS_PER_PAGE = 25
/** Who deleted something by mistake has so long to bring it back. */
export const DAYS_IN_BIN = 30

export const SHELVES = ['active', 'archived', 'templates', 'deleted'] as const
/** Which documents of a home a list shows. */
export type Shelf = (typeof SHELVES)[number]

export const TEMPLATES = ['empty', 'lesson', 'protocol', 'visit', 'agreement'] as const
/** Templates of the house; those of a home are documents. */
export type Template = (typeof TEMPLATES)[number]

export type DocumentLine = {
  id: string
  number: number
  title: string
  folder: string
  path: string
  author: string | null
  changedAt: Date
  isTemplate: boolean
  archivedAt: Date | null
  deletedAt: Date | null
  firstWords: string
}

/** Something that a home offers to be taken into a text: a template, or what others have published. */
export type Aid = {
  key: string
  title: string
  badge?: string
  about?: string
  /** Where the whole of it is read. */
  path?: string
  html: SafeHtml
}
export type AidGroup = { title: string; none: string; aids: Aid[] }
/** One of them as it goes into the text. */
export type AidText = { title: string; blocks: Content[] }

const TEXT_CHANGED = 'text-changed '

/** The news that a text is another one since an instant (ISO), for pages to know whether they show it already. */
export const textChangedAt = (at: string) => `${TEXT_CHANGED}${at}`

/** @returns the instant, or null for other news */
export const changedAtIn = (what: string) =>
  what.startsWith(TEXT_CHANGED) ? what.slice(TEXT_CHANGED.length) : null
