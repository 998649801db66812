import type { Counts } from '#server/rich-text/comparison/contract.ts'

export const CHAPTER_CHANGES = ['same', 'changed', 'added', 'removed'] as const
export type ChapterChange = (typeof CHAPTER_CHANGES)[number]

/** A chapter of a comparison. `key` names it in addresses. */
export type ComparedChapter = {
  key: string
  title: string
  /** What it was called before, where that has changed. */
  before: string | null
  change: ChapterChange
  counts: Counts
}

/** A goal that differs; `facts` are the words that did. */
export type ComparedGoal = {
  title: string
  change: Exclude<ChapterChange, 'same'>
  facts: string[]
}
