import type { BasketItem } from '../finding/contract.ts'
import type { When } from '../placing/contract.ts'

/** How often a date comes again. */
export const EVERY = ['once', 'weekly', 'fortnightly'] as const
export type Every = (typeof EVERY)[number]

/** What a try says, before anything is written. */
export type Preview = {
  offers: (BasketItem & { name: string })[]
  dates: { when: When; faults: { sentence: string; isTaken: boolean; slug: string }[] }[]
  /** Booked at once, asked for, or not like this. */
  state: 'confirmed' | 'requested' | 'refused'
  needsPrincipal: boolean
  warnings: string[]
  /** Other times at which all of it goes. */
  alternatives: When[]
  /** As much as is left of what there is too little of. */
  less: (BasketItem & { name: string })[]
  canSkip: boolean
  canDeliver: boolean
}

/** People found by their name, with one of their schools each. */
export type FoundPerson = { value: string; label: string }

export type Shown = {
  preview: Preview | null
  people: FoundPerson[]
  /** What the fields hold now. */
  values: Record<string, string | undefined>
}

/** What a button sends that takes another time: "at 2026-12-01 2026-12-01 10:00 12:00". */
export const stepTo = ({ from, to, span }: When): string =>
  ['at', from, to, ...(span ? [span.from, span.to] : [])].join(' ')
/** What a button sends that takes so much of it. */
export const stepLess = ({ slug, quantity }: BasketItem): string => `take ${slug}:${quantity}`
