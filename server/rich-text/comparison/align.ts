import { diffArrays } from 'diff'

/** Something in a row of such: a section of a text, a row or a column of a table. */
export type Alignable = {
  /** The same key is the same thing. */
  key: string
  /** Only kin can have become each other. */
  kin: string
  /** In the same place, a short thing of the same form became the other, even without a word in common. */
  form: string
  /** Who has the same name has become the other, whatever else changed. */
  name?: string
  /** Its words, by which it is known again. */
  bag: () => string[]
}

/** Before and after of one thing; one of them is missing where it came or went. */
export type Step<T> = { before: T; after: T } | { before: T } | { after: T }

/**
 * How much work a comparison may still cost: a hostile text gets a coarser answer, not a longer one. `edits` are
 * counted squared, which is what the search for the shortest way costs; `letters` go to the segmenter.
 */
export type Effort = { edits: number; letters: number }
export const fullEffort = (): Effort => ({ edits: 6_000_000, letters: 150_000 })

const MOST_EDITS = 1_000
/** Who shares less has not become the other, but came and went. */
const LEAST_ALIKE = 0.4
const FEW_WORDS = 6
const ALL_PAIRS = 1_600
const MOST_CANDIDATES = 5
const RARE = 12

/** The shortest way from one row to the other; undefined when it takes more than may be spent. */
export function shortestWay(before: number[], after: number[], effort: Effort) {
  const most = Math.floor(Math.min(MOST_EDITS, Math.sqrt(Math.max(0, effort.edits))))
  const way = diffArrays(before, after, { maxEditLength: most })
  const edits = way?.reduce((sum, one) => sum + (one.added || one.removed ? one.count : 0), 0)
  effort.edits -= (edits ?? most) ** 2
  return way
}

/**
 * Lays two rows beside each other: what is the same first, then in the gaps what is alike, in order. Nearly linear
 * whatever the rows are.
 */
export function align<T extends Alignable>(before: T[], after: T[], effort: Effort): Step<T>[] {
  const numbers = numbering()
  const old = before.map(({ key }) => numbers(key))
  const fresh = after.map(({ key }) => numbers(key))
  const steps: Step<T>[] = []
  let i = 0
  let j = 0
  const fillTo = (k: number, l: number) => {
    steps.push(...pairedGap(before.slice(i, k), after.slice(j, l)))
    i = k
    j = l
  }
  for (const [k, l] of sameIn(old, fresh, effort)) {
    fillTo(k, l)
    steps.push({ before: before[k] as T, after: after[l] as T })
    i = k + 1
    j = l + 1
  }
  fillTo(before.length, after.length)
  return steps
}

/** Gives each text a number, the same text the same one. */
export function numbering() {
  const known = new Map<string, number>()
  return (text: string) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

type Pair = [number, number]

/** Which of both rows are the same, in order. What stands on one side only is left out before anything is searched. */
function sameIn(old: number[], fresh: number[], effort: Effort): Pair[] {
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let end = 0
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end += 1
  const left = placesOf(old, fresh, start, end)
  const right = placesOf(fresh, old, start, end)
  const way = shortestWay(
    left.map((at) => old[at] as number),
    right.map((at) => fresh[at] as number),
    effort,
  )
  const middle = way ? pairsOn(way, left, right) : uniquePairs(old, fresh, left, right)
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...middle,
    ...Array.from({ length: end }, (_, at): Pair => [
      old.length - end + at,
      fresh.length - end + at,
    ]),
  ]
}

function placesOf(row: number[], other: number[], start: number, end: number): number[] {
  const there = new Set(other.slice(start, other.length - end))
  const places: number[] = []
  for (let at = start; at < row.length - end; at++)
    if (there.has(row[at] as number)) places.push(at)
  return places
}

type Way = NonNullable<ReturnType<typeof shortestWay>>

function pairsOn(way: Way, left: number[], right: number[]): Pair[] {
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  for (const { added, removed, count } of way) {
    if (!added && !removed)
      for (let at = 0; at < count; at++)
        pairs.push([left[i + at] as number, right[j + at] as number])
    if (!added) i += count
    if (!removed) j += count
  }
  return pairs
}

/** Where the shortest way is too far: what stands exactly once on both sides, the longest row of it. */
function uniquePairs(old: number[], fresh: number[], left: number[], right: number[]): Pair[] {
  const places = onceIn(fresh, right)
  const candidates = [...onceIn(old, left)].flatMap(([key, i]) => {
    const j = places.get(key)
    return j === undefined ? [] : [{ i, j, weight: 1 }]
  })
  return heaviestChain(candidates)
}

function onceIn(row: number[], places: number[]): Map<number, number> {
  const once = new Map<number, number>()
  const often = new Set<number>()
  for (const at of places) {
    const key = row[at] as number
    if (once.has(key)) often.add(key)
    once.set(key, at)
  }
  for (const key of often) once.delete(key)
  return once
}

type Candidate = { i: number; j: number; weight: number }

/** Of pairs that cross each other, those that weigh most and do not. */
function heaviestChain(candidates: Candidate[]): Pair[] {
  const pairs = [...candidates].sort((a, b) => a.i - b.i || b.j - a.j)
  const width = pairs.reduce((most, { j }) => Math.max(most, j), 0) + 2
  const best: (number | undefined)[] = []
  const weights = new Array<number>(pairs.length).fill(0)
  const before = new Array<number | undefined>(pairs.length)
  const weightOf = (at: number | undefined) => (at === undefined ? 0 : (weights[at] ?? 0))
  pairs.forEach(({ j, weight }, at) => {
    let found: number | undefined
    for (let k = j; k > 0; k -= k & -k) if (weightOf(best[k]) > weightOf(found)) found = best[k]
    before[at] = found
    weights[at] = weightOf(found) + weight
    for (let k = j + 1; k < width; k += k & -k) if (weightOf(at) > weightOf(best[k])) best[k] = at
  })
  let last: number | undefined
  pairs.forEach((_, at) => {
    if (weightOf(at) > weightOf(last)) last = at
  })
  const chain: Pair[] = []
  for (let at = last; at !== undefined; at = before[at]) {
    const pair = pairs[at] as Candidate
    chain.push([pair.i, pair.j])
  }
  return chain.reverse()
}

/** What came and went between two things that stayed: the alike ones are pairs. */
function pairedGap<T extends Alignable>(before: T[], after: T[]): Step<T>[] {
  if (before.length === 0) return after.map((one) => ({ after: one }))
  if (after.length === 0) return before.map((one) => ({ before: one }))
  const numbers = numbering()
  const old = before.map((one) => sizedUp(one, numbers))
  const fresh = after.map((one) => sizedUp(one, numbers))
  const candidates = likely(old, fresh).flatMap(([i, j]) => {
    const weight = alike(old[i] as Sized, fresh[j] as Sized)
    return weight >= LEAST_ALIKE ? [{ i, j, weight }] : []
  })
  const chain = heaviestChain(candidates)
  const steps: Step<T>[] = []
  let i = 0
  let j = 0
  const fillTo = (k: number, l: number) => {
    const gone = before.slice(i, k)
    const came = after.slice(j, l)
    if (sameForms(old.slice(i, k), fresh.slice(j, l)))
      steps.push(...gone.map((one, at) => ({ before: one, after: came[at] as T })))
    else steps.push(...gone.map((one) => ({ before: one })), ...came.map((one) => ({ after: one })))
    i = k
    j = l
  }
  for (const [k, l] of chain) {
    fillTo(k, l)
    steps.push({ before: before[k] as T, after: after[l] as T })
    i = k + 1
    j = l + 1
  }
  fillTo(before.length, after.length)
  return steps
}

type Sized = Omit<Alignable, 'bag'> & { words: number[] }

function sizedUp({ bag, ...one }: Alignable, numbers: (text: string) => number): Sized {
  const words = bag().map(numbers)
  words.sort((a, b) => a - b)
  return { ...one, words }
}

/** "Einstieg" became "Begrüßung": no word stayed, but short things of the same form stand in the same places. */
function sameForms(gone: Sized[], came: Sized[]): boolean {
  if (gone.length !== came.length) return false
  return gone.every(({ form, words }, at) => {
    const other = came[at]
    return form === other?.form && words.length <= FEW_WORDS && other.words.length <= FEW_WORDS
  })
}

/** From 0, nothing in common, to 1: how many of the words both share. */
function alike(a: Sized, b: Sized): number {
  if (a.kin !== b.kin) return 0
  if (a.key === b.key || (a.name !== undefined && a.name === b.name)) return 1
  const all = a.words.length + b.words.length
  const most = (2 * Math.min(a.words.length, b.words.length)) / all
  if (!(most >= LEAST_ALIKE)) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length;) {
    const difference = (a.words[i] as number) - (b.words[j] as number)
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return (2 * shared) / all
}

/** Which pairs are worth a look: all of them where there are few, else those that share rare words or lie alike. */
function likely(old: Sized[], fresh: Sized[]): Pair[] {
  if (old.length * fresh.length <= ALL_PAIRS)
    return old.flatMap((_, i) => fresh.map((__, j): Pair => [i, j]))
  const places = placesOfWords(fresh)
  return old.flatMap((one, i) => {
    const hits = new Map<number, number>()
    for (const word of new Set(one.words)) {
      const there = places.get(word) ?? []
      if (there.length <= RARE) for (const j of there) hits.set(j, (hits.get(j) ?? 0) + 1)
    }
    const best = [...hits].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES)
    const beside = Math.floor((i * fresh.length) / old.length)
    return [...new Set([...best.map(([j]) => j), beside])].map((j): Pair => [i, j])
  })
}

function placesOfWords(row: Sized[]): Map<number, number[]> {
  const places = new Map<number, number[]>()
  row.forEach(({ words }, at) => {
    for (const word of new Set(words)) {
      const there = places.get(word) ?? []
      if (there.length <= RARE) there.push(at)
      places.set(word, there)
    }
  })
  return places
}
