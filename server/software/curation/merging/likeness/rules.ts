import { MOST_PAIRS } from '../contract.ts'

/** An entry as far as its likeness to others goes; `grams` are the trigrams of its name. */
export type Looked = {
  id: string
  grams: string[]
  vendorId: string | null
  site: string | null
  appStoreId: string | null
}

export type Likeness = {
  alike: number
  isSameVendor: boolean
  isSameSite: boolean
  isSameApp: boolean
}
export type LikePair = Likeness & { one: string; other: string }

/** From here on names are alike by themselves; below that it takes the same maker. */
const ALIKE = 0.6
const NEARLY = 0.4
/** What so many have in common, such as the address of a shop for apps, tells nothing of two of them. */
const MOST_OF_ONE = 40

/**
 * Pairs that may be one: nearly the same name, or a near one and the same maker; the same site or number. The likeliest
 * come first, in each the one that was there first.
 *
 * @param entries the oldest first
 * @param apart pairs that were told apart, as `pairKey` names them
 */
export function likelyPairs(entries: Looked[], apart: ReadonlySet<string>): LikePair[] {
  const names = asNumbers(entries.map(({ grams }) => grams))
  const found = new Map<number, LikePair>()
  const consider = (at: number, other: number, least: number) => {
    const first = Math.min(at, other)
    const second = Math.max(at, other)
    const alike = likeness(names[first] ?? [], names[second] ?? [])
    const [one, two] = [entries[first], entries[second]]
    if (alike < least || !one || !two || apart.has(pairKey(one.id, two.id))) return
    const pair = { one: one.id, other: two.id, alike, ...common(one, two) }
    found.set(first * entries.length + second, pair)
  }
  eachAlike(names, (at, other) => consider(at, other, ALIKE))
  eachOfOne(entries, 'vendorId', Infinity, (at, other) => consider(at, other, NEARLY))
  eachOfOne(entries, 'site', MOST_OF_ONE, (at, other) => consider(at, other, 0))
  eachOfOne(entries, 'appStoreId', MOST_OF_ONE, (at, other) => consider(at, other, 0))
  return [...found.values()].toSorted(byLikeness).slice(0, MOST_PAIRS)
}

export const pairKey = (one: string, other: string): string => [one, other].toSorted().join(' ')

const isSame = (one: string | null, other: string | null) => one !== null && one === other

const common = (one: Looked, other: Looked) => ({
  isSameVendor: isSame(one.vendorId, other.vendorId),
  isSameSite: isSame(one.site, other.site),
  isSameApp: isSame(one.appStoreId, other.appStoreId),
})

const reasons = ({ isSameVendor, isSameSite, isSameApp }: Likeness) =>
  Number(isSameVendor) + Number(isSameSite) + Number(isSameApp)

const byLikeness = (one: LikePair, other: LikePair) =>
  reasons(other) - reasons(one) ||
  other.alike - one.alike ||
  (one.one + one.other < other.one + other.other ? -1 : 1)

/** Trigrams as numbers, the rare ones lowest, so that each name begins with what tells most. */
function asNumbers(all: string[][]): number[][] {
  const counts = new Map<string, number>()
  for (const grams of all) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const rarest = [...counts].toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
  const places = new Map(rarest.map(([gram], place) => [gram, place]))
  return all.map((grams) =>
    grams.map((gram) => places.get(gram) ?? 0).toSorted((one, other) => one - other),
  )
}

/**
 * Names that can be so alike have one of their few rarest trigrams in common: only such are compared. All with all would
 * be millions.
 */
function eachAlike(names: number[][], meet: (at: number, other: number) => void): void {
  const holders = new Map<number, number[]>()
  const met = new Int32Array(names.length).fill(-1)
  for (const [at, name] of names.entries())
    for (const gram of name.slice(0, name.length - Math.ceil(ALIKE * name.length) + 1)) {
      const others = holders.get(gram)
      if (!others) holders.set(gram, [at])
      else {
        for (const other of others) {
          if (met[other] === at || other === at) continue
          met[other] = at
          meet(at, other)
        }
        others.push(at)
      }
    }
}

/** All pairs among those that have this in common. */
function eachOfOne(
  entries: Looked[],
  field: 'vendorId' | 'site' | 'appStoreId',
  most: number,
  meet: (at: number, other: number) => void,
): void {
  const groups = new Map<string, number[]>()
  for (const [at, { [field]: value }] of entries.entries())
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), at])
  for (const group of groups.values())
    if (group.length <= most)
      for (const [place, at] of group.entries())
        for (const other of group.slice(place + 1)) meet(at, other)
}

/** What two have in common of all that either has; the index of names in the database reckons the same. */
function likeness(one: number[], other: number[]): number {
  let at = 0
  let to = 0
  let shared = 0
  while (at < one.length && to < other.length) {
    const left = one[at] ?? 0
    const right = other[to] ?? 0
    if (left === right) shared++
    if (left <= right) at++
    if (right <= left) to++
  }
  const all = one.length + other.length - shared
  return all === 0 ? 0 : shared / all
}
