import type { ChapterKind } from '../contract.ts'

export const IMPORT_STATES = ['waiting', 'reading', 'read', 'failed', 'taken', 'dropped'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const PDF_TYPE = 'application/pdf'
/** How long the text of one picture's description may be; rich-text says the same. */
export const LONGEST_ALT = 500

/** What became of a file, as its page says it. */
export type ImportReport = {
  chapters: number
  tables: number
  pictures: number
  picturesWithoutAlt: number
  pages: number
  /** What is different now or missing, in German sentences. */
  notes: string[]
}

/** A piece of a file that may become a chapter. */
export type PieceLine = {
  title: string
  kind: ChapterKind
  firstWords: string
  pictures: number
  tables: number
  /** What the form proposes: "new:vision", "in:<chapter>", "skip". */
  proposed: string
}
