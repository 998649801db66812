import { createHash } from 'node:crypto'
import { childNameHints } from '#server/platform/child-names.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { nodesOf } from '#server/rich-text/text.ts'
import type { Visibility } from '../../contract.ts'
import type { Finding } from '../contract.ts'

/** A text that could leave the school, with the place that people know it by. */
export type Piece = {
  place: string
  /** The number of the chapter's document; null for goals, and for what is frozen. */
  chapter: number | null
  visibility: Visibility
  /** Rich text of a chapter; goals and reflections have words only. */
  content: Content | null
  words: string
}

const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu
const PHONE = /(?<![\d.])(?:\+49|0)[1-9]\d{1,4}[ /-]{0,3}\d{2,}(?:[ -]?\d+)*/g
/** More of one kind in one place say nothing new. */
const MOST = 5

/** What stands in the way of letting these texts out, or is to be looked at. */
export function findingsIn(pieces: Piece[]): Finding[] {
  return pieces
    .filter(({ visibility }) => visibility !== 'school')
    .flatMap(({ place, chapter, content, words }) => {
      const found = (kind: Finding['kind'], excerpts: string[]) =>
        excerpts.slice(0, MOST).map((excerpt) => ({ kind, place, chapter, excerpt }))
      return [
        ...found('alt', content ? withoutDescription(content) : []),
        ...found('headings', content ? leaps(content) : []),
        ...found('child', childNameHints([words])),
        ...found('personal', [...words.matchAll(MAIL), ...words.matchAll(PHONE)].map(String)),
      ]
    })
}

function withoutDescription(content: Content): string[] {
  const missing = [...nodesOf(content)].filter(
    ({ type, attrs }) => type === 'image' && !attrs?.alt && attrs?.decorative !== true,
  )
  return missing.length > 0 ? [missing.length === 1 ? '1 Bild' : `${missing.length} Bilder`] : []
}

/** Headings more than one level below the one before. */
function leaps(content: Content): string[] {
  let above = 1
  return [...nodesOf(content)]
    .filter(({ type }) => type === 'heading')
    .filter(({ attrs }) => {
      const level = Number(attrs?.level ?? 2)
      const isLeap = level > above + 1
      above = level
      return isLeap
    })
    .map((heading) => (heading.content ?? []).map(({ text }) => text ?? '').join(''))
}

/** What a form was made of, to be known again. */
export const fingerprintOf = (seen: unknown) =>
  createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)
