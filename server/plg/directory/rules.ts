import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { FINDABLE_KINDS, PHASES } from '../contract.ts'
import type { PlgSearch } from './contract.ts'

const LONGEST = 100
const MOST_WORDS = 6

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(asked: Record<string, string | undefined>): PlgSearch {
  const one = <T extends string>(allowed: readonly T[], name: string): T | '' =>
    allowed.find((value) => value === asked[name]) ?? ''
  return {
    q: plain(asked.q ?? ''),
    subject: one(SUBJECTS, 'fach'),
    gradeBand: one(GRADE_BANDS, 'jahrgang'),
    schoolForm: one(SCHOOL_FORMS, 'schulform'),
    phase: one(PHASES, 'phase'),
    kind: one(FINDABLE_KINDS, 'art'),
    programme: /^[a-z0-9-]{1,60}$/.test(asked.programm ?? '') ? (asked.programm ?? '') : '',
    seeksMembers: asked.sucht === '1',
  }
}

/** Every word must occur; more than a few make no search better. */
export function wordsOf(q: string): string[] {
  return q.split(' ').filter(Boolean).slice(0, MOST_WORDS)
}

/** Control characters and half surrogates are no search words, and the database refuses them. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cs}\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}
