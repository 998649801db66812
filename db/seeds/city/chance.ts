import { type RawBuilder, sql } from 'kysely'

/** Seeded chance (mulberry32): the same city at every filling. For nothing secret. */
export function chanceFrom(seed: number) {
  let state = seed
  const bits = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  /** From 0 to below 1. */
  const next = () => bits() / 2 ** 32
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    below,
    pick,
    isLucky: (share: number) => next() < share,
    /** `count` different ones, fewer when there are not so many. */
    some: <T>(list: readonly T[], count: number): T[] => {
      const places = new Set<number>()
      while (places.size < Math.min(count, list.length)) places.add(below(list.length))
      return [...places].flatMap((place) => list[place] ?? [])
    },
    /** Shaped like a random one (version 4), which is what sockets and forms accept. */
    uuid: () => {
      const hex = [bits(), bits(), bits(), bits()]
        .map((word) => word.toString(16).padStart(8, '0'))
        .join('')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}

export type Chance = ReturnType<typeof chanceFrom>

/** Inserts take so many rows at once: far below PostgreSQL's 65,535 parameters of a statement. */
export function batches<T>(rows: T[], size = 1000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}

/** What tells one row from another, as SQL of a text. */
type RowName = RawBuilder<unknown>

/** A throw that is the same for the same row at every filling: 0 to `sides` - 1. */
export const diceOf = (row: RowName, salt: number, sides: number) =>
  sql<number>`(abs(hashtextextended(${row}, ${salt}::int)) % ${sides}::int)::int`

/** One of these texts for each row, the same at every filling. */
export const oneOf = (texts: readonly string[], row: RowName, salt: number) =>
  sql<string>`(${texts}::text[])[1 + ${diceOf(row, salt, texts.length)}]`

/** `total` shared out by these weights, to the last one. */
export function shares(weights: number[], total: number): number[] {
  const all = weights.reduce((sum, one) => sum + one, 0)
  let given = 0
  let weighed = 0
  return weights.map((weight) => {
    weighed += weight
    const share = Math.round((weighed / all) * total) - given
    given += share
    return share
  })
}
