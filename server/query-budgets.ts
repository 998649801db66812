import type { Surroundings } from './surroundings.ts'

type Call = (at: Surroundings) => unknown
export type Budget = { most: number; call: Call; shows: 'many' | 'one' }

/** Shows more when there is more, with the same number of queries, at most so many. */
export const many = (most: number, call: Call): Budget => ({ most, call, shows: 'many' })
/** Shows one thing, or a number, whatever there is around it. */
export const one = (most: number, call: Call): Budget => ({ most, call, shows: 'one' })

export const PURE = 'asks nothing'
