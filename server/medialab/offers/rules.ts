import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { CLASSES, FIELDS, OFFER_KINDS } from '../contract.ts'
import { GRADES, type OfferSearch } from './contract.ts'

/** The state's library of media: what it has is streamed there, not lent here (R36-5). No address of it is in our scripts. */
export const MEDIA_LIBRARY = 'https://www.bildungsmediathek-nrw.de/'

const LONGEST = 100
const MOST_WORDS = 6

type Asked = Record<string, string | undefined>

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(asked: Asked, plain: (text: string) => string): OfferSearch {
  const one = <Value extends string>(allowed: readonly Value[], name: string) =>
    allowed.find((value) => value === asked[name]) ?? ''
  return {
    q: plain(asked.q ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST)
      .trim(),
    kind: one(OFFER_KINDS, 'art'),
    field: one(FIELDS, 'bereich'),
    class: one(CLASSES, 'klasse'),
    schoolForm: one(SCHOOL_FORMS, 'schulform'),
    grade: GRADES.find((grade) => String(grade) === asked.jahrgang) ?? null,
  }
}

/** Every word must occur; more than a few make no search better. */
export const wordsOf = (q: string): string[] =>
  q
    .split(/[^\p{L}\p{N}.+-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
