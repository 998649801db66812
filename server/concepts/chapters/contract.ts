import type { SafeHtml } from '#server/platform/rich-text.ts'
import type { ChapterKind, ChapterState, Visibility } from '../contract.ts'

export const LIMITS = { title: { min: 1, max: 200 } } as const
/** A concept with more is a list nobody reads; a Word file with thousands of headings is no concept. */
export const MOST_CHAPTERS = 60

/** A chapter in the list of the working copy. */
export type ChapterLine = {
  id: string
  /** The number of its document, which names it in addresses. */
  number: number
  position: number
  kind: ChapterKind
  title: string
  state: ChapterState
  visibility: Visibility
  responsible: { id: string; name: string } | null
  firstWords: string
  version: number
  /** The page with its text. */
  path: string
  changedAt: Date
}

/** A text to begin a chapter with: guiding questions of ours, or an outline. */
export type TemplateLine = { key: string; title: string; html: SafeHtml }

/** A published chapter of another school. */
export type ExampleLine = {
  /** "version:position", what the form sends. */
  key: string
  school: string
  form: string
  isSameForm: boolean
  title: string
  version: number
  publishedAt: Date | null
  path: string
  html: SafeHtml
}
