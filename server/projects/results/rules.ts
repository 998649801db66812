import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { RECOMMENDATIONS } from '../closing/contract.ts'
import { COMPETENCIES } from '../competencies/contract.ts'
import { KINDS } from '../contract.ts'
import { FACET_PARAMS, type Facet, type ResultSearch } from './contract.ts'

const LONGEST = 100
const MOST_WORDS = 6

const ALLOWED: Record<Facet, readonly string[]> = {
  subject: SUBJECTS,
  gradeBand: GRADE_BANDS,
  competency: COMPETENCIES,
  kind: KINDS,
  recommendation: RECOMMENDATIONS,
}

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(asked: URLSearchParams): ResultSearch {
  const one = (facet: Facet) =>
    ALLOWED[facet].find((value) => value === asked.get(FACET_PARAMS[facet])) ?? ''
  return {
    q: plain(asked.get('q') ?? ''),
    subject: one('subject'),
    gradeBand: one('gradeBand'),
    competency: one('competency'),
    kind: one('kind'),
    recommendation: one('recommendation'),
  }
}

/** Every word must occur; more than a few make no search better. */
export const wordsOf = (q: string): string[] => q.split(' ').filter(Boolean).slice(0, MOST_WORDS)

/** A word as PostgreSQL's full text wants it, as the beginning of one; '' for what holds no letter and no digit. */
export function asQuery(word: string): string {
  const parts = word.match(/[\p{L}\p{N}]+/gu) ?? []
  return parts.map((part) => `'${part}':*`).join(' & ')
}

/** Control characters and half surrogates are no search words, and the database refuses them. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cs}\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim()
}
