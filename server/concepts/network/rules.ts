import { cleanText } from '#server/platform/text.ts'
import {
  type ConceptSearch,
  FACETS,
  type FacetCount,
  type FacetName,
  type Piece,
} from './contract.ts'

const LONGEST = 100
const MOST_WORDS = 6
const PARAMS: Record<FacetName, string> = {
  form: 'schulform',
  district: 'bezirk',
  competency: 'kompetenz',
  subject: 'fach',
  chapter: 'kapitel',
  dimension: 'ziel',
}

const clean = (value: string | undefined) =>
  cleanText(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)

/** What an address asks for. A value that nobody offers finds nothing, as it says. */
export function searchFrom(asked: Record<string, string | undefined>): ConceptSearch {
  const facets = FACETS.map((name) => [name, clean(asked[PARAMS[name]])] as const)
  return { q: clean(asked.q), ...(Object.fromEntries(facets) as Record<FacetName, string>) }
}

export const wordsOf = (q: string): string[] =>
  [...new Set(q.split(/[\s,;]+/).filter((word) => [...word].length > 1))].slice(0, MOST_WORDS)

/** Letters as they are compared: without accents and case. */
export const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()

/** What of a version its reader can narrow a search by. */
export type Narrowing = Record<'competencies' | 'subjects' | 'chapters' | 'dimensions', string[]>

/** One of the concepts that this reader finds, with what it can be narrowed by. */
export type Shelved = Narrowing & {
  id: string
  versionId: string
  name: string
  title: string
  publishedAt: Date
  form: string
  district: string | null
}

/** That word number `word` stands in this part of a version. */
export type Found = {
  word: number
  versionId: string
  place: 'section' | 'goal'
  position: number
  kind: string
  title: string
}

const valuesOf = (one: Shelved, name: FacetName): string[] => {
  if (name === 'form') return [one.form]
  if (name === 'district') return one.district ? [one.district] : []
  if (name === 'competency') return one.competencies
  if (name === 'subject') return one.subjects
  return name === 'chapter' ? one.chapters : one.dimensions
}

export type Matched = Shelved & { score: number; found: Found[] }

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const IN_TITLE = 3

/** All words must stand somewhere in a concept; what holds them in a title goes first, then the newest. */
export function matchesOf(shelf: Shelved[], found: Found[], words: string[]): Matched[] {
  const byVersion = grouped(found, ({ versionId }) => versionId)
  return shelf
    .flatMap((one): Matched[] => {
      const places = byVersion.get(one.versionId) ?? []
      const name = bare(`${one.name} ${one.title}`)
      const scores = words.map((word, at) => {
        const where = places.filter((place) => place.word === at)
        const titled = where.some(({ title }) => bare(title).includes(bare(word)))
        const own = name.includes(bare(word)) || titled ? IN_TITLE : 0
        return own + Math.min(where.length, 2)
      })
      if (scores.includes(0)) return []
      return [{ ...one, score: scores.reduce((sum, score) => sum + score, 0), found: places }]
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.publishedAt.getTime() - a.publishedAt.getTime() ||
        a.id.localeCompare(b.id),
    )
}

const fits = (one: Shelved, search: ConceptSearch, name: FacetName) =>
  search[name] === '' || valuesOf(one, name).includes(search[name])

/** What is left of the matches, and how much each further choice would leave. */
export function narrowed<One extends Shelved>(matches: One[], search: ConceptSearch) {
  const left = matches.filter((one) => FACETS.every((name) => fits(one, search, name)))
  const facets = FACETS.map((name) => {
    const others = FACETS.filter((other) => other !== name)
    const rows = matches.filter((one) => others.every((other) => fits(one, search, other)))
    return [name, counted(rows.flatMap((one) => valuesOf(one, name)))] as const
  })
  return { left, facets: Object.fromEntries(facets) as Record<FacetName, FacetCount[]> }
}

function counted(values: string[]): FacetCount[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** The places to show of a concept: those with most of the words, goals and titles before long texts. */
export function bestPlaces(found: Found[], words: string[], most: number): Found[] {
  const places = grouped(found, ({ place, position }) => `${place}:${position}`)
  const rated = [...places.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const titled = words.filter((word) => bare(first.title).includes(bare(word))).length
    return [{ first, score: rows.length * 2 + titled }]
  })
  return rated
    .sort((a, b) => b.score - a.score || a.first.position - b.first.position)
    .slice(0, most)
    .map(({ first }) => first)
}

const AROUND = 90
const WORD = /[\p{L}\p{N}]+/gu

/**
 * The place of a text where the words stand, cut into matches and the rest.
 *
 * @param roots words in their German root, as the database searched for them
 */
export function excerptOf(text: string, roots: string[]): Piece[] {
  const looked = roots.map(bare)
  const isMatch = (word: string) => {
    const plain = bare(word)
    return looked.some((root) => plain.startsWith(root))
  }
  const start = wordStart(text, Math.max(0, firstMatch(text, isMatch) - AROUND))
  const cut = text.slice(start, start + 2 * AROUND + 40)
  const end = start + cut.length < text.length ? cut.lastIndexOf(' ') : cut.length
  const shown = cut.slice(0, end > 0 ? end : cut.length)
  const pieces: Piece[] = start > 0 ? [{ text: '… ', isMatch: false }] : []
  let at = 0
  for (const word of shown.matchAll(WORD)) {
    if (!isMatch(word[0])) continue
    if (word.index > at) pieces.push({ text: shown.slice(at, word.index), isMatch: false })
    pieces.push({ text: word[0], isMatch: true })
    at = word.index + word[0].length
  }
  const rest = shown.slice(at) + (start + shown.length < text.length ? ' …' : '')
  return rest === '' ? pieces : [...pieces, { text: rest, isMatch: false }]
}

/** Where the first word that matches begins; 0 when none does. No further than that is read: a text may be a book. */
function firstMatch(text: string, isMatch: (word: string) => boolean): number {
  for (const { 0: word, index } of text.matchAll(WORD)) if (isMatch(word)) return index
  return 0
}

/** Back to where a word begins, so that none is cut. */
const wordStart = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)

/** Roots that stand in a query of the database: `'bruch':*` is "bruch". */
export const rootsIn = (query: string): string[] =>
  [...query.matchAll(/'((?:[^']|'')+)'/g)].map(([, root = '']) => root.replaceAll("''", "'"))

/** Slugs of an address, each once. */
export const slugsFrom = (value: string | null, most: number): string[] =>
  [...new Set((value ?? '').split(',').filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug)))].slice(
    0,
    most,
  )
