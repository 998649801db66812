import type { Content } from '#server/rich-text/contract.ts'
import type { Visibility } from '../../contract.ts'
import type { Piece } from '../draft/rules.ts'

type Part = { visibility: string }
type Texts = {
  sections: (Part & { title: string; chapterId: string | null; content: unknown; words: string })[]
  goals: (Part & { title: string; why: string; successSign: string })[]
  reflections: (Part & Record<string, string>)[]
}

/** What of a frozen version could leave the school. */
export function piecesOfVersion({ sections, goals, reflections }: Texts): Piece[] {
  const reads = ({ visibility }: Part) => visibility as Visibility
  return [
    ...sections.map((one) => ({
      ...{ place: one.title, chapter: null, visibility: reads(one) },
      ...{ content: one.content as Content, words: `${one.title}\n${one.words}` },
    })),
    ...goals.map((one) => ({
      ...{ place: `Ziel „${one.title}“`, chapter: null, visibility: reads(one), content: null },
      words: [one.title, one.why, one.successSign].join('\n'),
    })),
    ...reflections.map(({ visibility, ...texts }) => ({
      ...{ place: 'Rückblick', chapter: null, content: null },
      ...{ visibility: visibility as Visibility, words: Object.values(texts).join('\n') },
    })),
  ]
}
