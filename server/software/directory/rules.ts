import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { cleanText } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import {
  ADVERTISING,
  type CostModel,
  COST_MODELS,
  type FunctionTag,
  FUNCTIONS,
  type OfflineUse,
  PRODUCT_KINDS,
} from '../contract.ts'
import { STANDINGS } from '../standing/contract.ts'
import { functionNames } from '../words.ts'
import {
  COMPARED,
  type DirectorySearch,
  type FacetCount,
  type FacetName,
  FACETS,
  type Shelved,
  USABLE,
  USABLE_STANDINGS,
} from './contract.ts'

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
    advertising: one(ADVERTISING, 'werbung'),
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

const NAMES = Object.values(FACETS)
/** What schools do not pay for. */
const FREE: CostModel[] = ['free', 'state_licence', 'city_licence']
const OFFLINE: OfflineUse[] = ['full', 'partly']

const VALUES: Record<FacetName, (app: Shelved) => string[]> = {
  subject: ({ subjects }) => subjects,
  gradeBand: ({ gradeBands }) => gradeBands,
  schoolForm: ({ schoolForms }) => schoolForms,
  function: ({ functionTags }) => functionTags,
  kind: ({ kind }) => [kind],
  cost: ({ costModel }) => [costModel],
  advertising: ({ advertising }) => [advertising],
  standing: ({ standing }) => [standing],
}

/** An app that names no subject, grade or Schulform is for all of them. */
function fits(name: FacetName, app: Shelved, wanted: string): boolean {
  if (name === 'standing' && wanted === USABLE)
    return (USABLE_STANDINGS as string[]).includes(app.standing)
  const values = VALUES[name](app)
  return values.includes(wanted) || (values.length === 0 && name !== 'function')
}

/** What answers the words and lies in reach of the reader; null: everything. */
export type Reach = { matches: { id: string; isNamed: boolean }[] | null; used: string[] | null }

/**
 * Looks through the shelf once. What fits in all is shown; what fits in all but one counts for the choices of that one.
 * The shelf has its order: only what is named by the words goes before.
 */
export function lookThrough(shelf: Shelved[], search: DirectorySearch, reach: Reach) {
  const named = new Map(reach.matches?.map(({ id, isNamed }) => [id, isNamed]))
  const chosen = NAMES.filter((name) => search[name] !== '')
  const counts = new Map(NAMES.map((name) => [name, new Map<string, number>()]))
  const first: string[] = []
  const then: string[] = []
  for (const app of withinReach(shelf, search, reach, named)) {
    const missed = chosen.filter((name) => !fits(name, app, search[name]))
    if (missed.length === 0) (named.get(app.id) === false ? then : first).push(app.id)
    if (missed.length > 1) continue
    for (const name of missed.length === 0 ? NAMES : missed) countIn(counts.get(name), name, app)
  }
  return { ids: [...first, ...then], facets: facetsOf(counts) }
}

/** What is left by all that is no facet. */
function withinReach(
  shelf: Shelved[],
  { isFree, isOffline }: DirectorySearch,
  { matches, used }: Reach,
  named: Map<string, boolean>,
): Shelved[] {
  const usedHere = new Set(used)
  const found = matches ? shelf.filter(({ id }) => named.has(id)) : shelf
  const here = used ? found.filter(({ id }) => usedHere.has(id)) : found
  const free = isFree ? here.filter(({ costModel }) => FREE.includes(costModel)) : here
  return isOffline ? free.filter(({ offlineUse }) => OFFLINE.includes(offlineUse)) : free
}

const FOR_ALL = ''

function countIn(counts: Map<string, number> | undefined, name: FacetName, app: Shelved): void {
  const values = VALUES[name](app)
  for (const value of values.length === 0 ? [FOR_ALL] : values)
    counts?.set(value, (counts.get(value) ?? 0) + 1)
}

function facetsOf(counts: Map<FacetName, Map<string, number>>): Record<FacetName, FacetCount[]> {
  const listed = [...counts].map(([name, of]) => {
    const forAll = name === 'function' ? 0 : (of.get(FOR_ALL) ?? 0)
    const values = [...of].filter(([value]) => value !== FOR_ALL)
    return [name, values.map(([value, count]) => ({ value, count: count + forAll }))]
  })
  return Object.fromEntries(listed) as Record<FacetName, FacetCount[]>
}

/** What is usable at all, as one choice before the others. */
export function withUsable(counts: FacetCount[]): FacetCount[] {
  const usable = counts
    .filter(({ value }) => (USABLE_STANDINGS as string[]).includes(value))
    .reduce((sum, { count }) => sum + count, 0)
  return usable > 0 ? [{ value: USABLE, count: usable }, ...counts] : counts
}
