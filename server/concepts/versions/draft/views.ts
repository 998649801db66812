import { currentContents } from '#server/collab/journal.ts'
import { BadContent, type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { filesIn, wordsOf } from '#server/rich-text/text.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import type { ChapterKind, Mark, Visibility } from '../../contract.ts'
import { listMarks } from '../../matrix/sql.ts'
import { fingerprintOf, type Piece } from './rules.ts'
import * as sql from './sql.ts'

export type DraftSection = {
  chapterId: string
  documentId: string
  /** Of its document, for addresses. */
  number: number
  kind: ChapterKind
  title: string
  visibility: Visibility
  content: CheckedContent
  words: string
}

/** The working copy of a concept as it would be frozen at this moment. */
export type Draft = {
  sections: DraftSection[]
  /** Titles of chapters in which nothing stands. */
  empty: string[]
  goals: sql.GoalRow[]
  reflections: Awaited<ReturnType<typeof sql.listReflections>>
  marks: Mark[]
}

/** For commands and views that have asked who may: the texts come with what is being typed. */
export async function draftOf(conceptId: string): Promise<Draft> {
  const [chapters, goals, reflections, marks] = await Promise.all([
    sql.listChapters(conceptId),
    sql.listGoals(conceptId),
    sql.listReflections(conceptId),
    listMarks(conceptId),
  ])
  const texts = await currentContents(chapters.map(({ documentId }) => documentId))
  const all = chapters.map(({ id, kind, visibility, content: kept, ...chapter }) => {
    const content = withoutComments(texts.get(chapter.documentId) ?? lastGood(kept))
    return {
      ...chapter,
      ...{ chapterId: id, kind: kind as ChapterKind, visibility: visibility as Visibility },
      ...{ content, words: wordsOf(content) },
    }
  })
  // Who reads the chapter about the framework reads the matrix: it is kept without a word, too.
  const isThere = ({ kind, words, content }: DraftSection) =>
    kind === 'mkr_coverage' || words !== '' || filesIn(content).length > 0
  return {
    sections: all.filter(isThere),
    empty: all.filter((one) => !isThere(one)).map(({ title }) => title),
    ...{ goals, reflections, marks },
  }
}

/** A text that a hostile editor has broken is frozen as readers were shown it last. */
function lastGood(kept: unknown): CheckedContent {
  try {
    return checkContent(kept)
  } catch (error) {
    if (error instanceof BadContent) return checkContent(EMPTY)
    throw error
  }
}
const EMPTY = { type: 'doc', content: [{ type: 'paragraph' }] }

/** What is known again when a form comes that was made of this draft. */
export const seenOf = (publishedVersionId: string | null, draft: Draft) =>
  `${publishedVersionId ?? '-'}.${fingerprintOf(draft)}`

/** What of a draft could leave the school, for the checks. */
export function piecesOf({ sections, goals, reflections }: Draft): Piece[] {
  return [
    ...sections.map(({ title, number, visibility, content, words }) => ({
      ...{ place: title, chapter: number, visibility, content },
      words: `${title}\n${words}`,
    })),
    ...goals.map(({ title, why, successSign, visibility }) => ({
      ...{ place: `Ziel „${title}“`, chapter: null, content: null },
      ...{ visibility: visibility as Visibility, words: [title, why, successSign].join('\n') },
    })),
    ...reflections.map(({ id: _, visibility, ...texts }) => ({
      ...{ place: 'Rückblick', chapter: null, content: null },
      ...{ visibility: visibility as Visibility, words: Object.values(texts).join('\n') },
    })),
  ]
}
