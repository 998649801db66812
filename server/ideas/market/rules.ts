import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { cleanText } from '#server/platform/text.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { TOPICS } from '../contract.ts'
import { type IdeaSearch, SHELVES } from './contract.ts'
import { shelfSlugs } from './words.ts'

const LONGEST = 100
const MOST_WORDS = 6

type Asked = Record<string, string | undefined>

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(asked: Asked, programmes: string[]): IdeaSearch {
  const one = (allowed: readonly string[], name: string) =>
    allowed.find((value) => value === asked[name]) ?? ''
  return {
    q: cleanText(asked.q ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST),
    shelf: SHELVES.find((shelf) => shelfSlugs[shelf] === asked.stand) ?? 'open',
    subject: one(SUBJECTS, 'fach'),
    gradeBand: one(GRADE_BANDS, 'jahrgang'),
    schoolForm: one(SCHOOL_FORMS, 'schulform'),
    competency: one(COMPETENCIES, 'mkr'),
    topic: one(TOPICS, 'thema'),
    programme: one(programmes, 'programm'),
  }
}

/** Every word must occur; more than a few make no search better. */
export function wordsOf(q: string): string[] {
  return q
    .split(/[^\p{L}\p{N}:.-]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
}
