import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { cleanText } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { COST_MODELS, type FunctionTag, FUNCTIONS, PRODUCT_KINDS } from '../contract.ts'
import { STANDINGS } from '../standing/contract.ts'
import { functionNames } from '../words.ts'
import { COMPARED, type DirectorySearch, USABLE } from './contract.ts'

const LONGEST = 100
const MOST_WORDS = 6

type Asked = Record<string, string | undefined>

/** The search of an address; what is unknown counts as not chosen. */
export function searchFrom(
  asked: Asked,
  reader: { seesRefusals: boolean; hasSchool: boolean },
): DirectorySearch {
  const one = (allowed: readonly string[], name: string) =>
    allowed.find((value) => value === asked[name]) ?? ''
  const standings = STANDINGS.filter((name) => name !== 'not_approved' || reader.seesRefusals)
  return {
    q: plain(asked.q ?? ''),
    subject: one(SUBJECTS, 'fach'),
    gradeBand: one(GRADE_BANDS, 'jahrgang'),
    schoolForm: one(SCHOOL_FORMS, 'schulform'),
    function: one(FUNCTIONS, 'funktion'),
    kind: one(PRODUCT_KINDS, 'plattform'),
    cost: one(COST_MODELS, 'kosten'),
    standing: one([USABLE, ...standings], 'status'),
    isFree: asked.frei === 'ja',
    isOffline: asked.offline === 'ja',
    isUsedHere: asked.meine === 'ja' && reader.hasSchool,
  }
}

const plain = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim()

/** Every word must occur; more than a few make no search better. */
export function wordsOf(q: string): string[] {
  return q
    .split(/[^\p{L}\p{N}.+-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
}

const SHORTEST_NAME = 3

/** What one does with an app may be searched by its word: "Quiz", "Vokabel". */
export function functionsNamed(word: string): FunctionTag[] {
  const key = word.toLowerCase()
  if (key.length < SHORTEST_NAME) return []
  return FUNCTIONS.filter((tag) => functionNames[tag].toLowerCase().startsWith(key))
}

const LONGEST_SENTENCE = 180

/** The first sentence of a description. */
export function firstSentence(text: string): string {
  const sentence = /^[\s\S]*?[.?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim()
  return sentence.length <= LONGEST_SENTENCE
    ? sentence
    : `${sentence.slice(0, LONGEST_SENTENCE).toWellFormed().trimEnd()}…`
}

/** The addresses of apps to be compared: `?apps=a,b` or `?app=a&app=b`. */
export function comparedIn(asked: URLSearchParams): string[] {
  const slugs = [...(asked.get('apps') ?? '').split(','), ...asked.getAll('app')]
  return [...new Set(slugs.filter((slug) => /^[a-z0-9-]{1,100}$/.test(slug)))].slice(
    0,
    COMPARED.max,
  )
}
