import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { LIMITS, type OfferKind } from '../contract.ts'
import type { When } from '../placing/contract.ts'

/** So many lines has the question "what do you need"; so many offers each answer. */
export const SEARCH = { needs: 4, words: 60, offers: 12, weeks: 4, times: 8 } as const

export type BasketItem = { slug: string; quantity: number }

/** What somebody needs, in words: "Raum", "iPads". */
export type Need = { words: string; quantity: number }

export type Search = {
  day: LocalDay
  lastDay: LocalDay
  from: string
  to: string
  isLoan: boolean
  /** Any time in the next four weeks that is as long. */
  isAnyTime: boolean
  needs: Need[]
  basket: BasketItem[]
}

/** An offer that answers a need, at the time that was asked for. */
export type FoundOffer = {
  slug: string
  name: string
  summary: string
  kind: OfferKind
  wanted: number
  free: number
  total: number
  /** It can be booked as it is wanted. */
  isFree: boolean
  /** What a rule says against it, or too little; empty when it is free. */
  sentence: string
  /** Only with a Vorhaben: one may go on and choose it. */
  isOpen: boolean
  /** When it is free instead. */
  times: When[]
}

/** A time at which there is something for every need, and what. */
export type FoundTime = { when: When; chosen: (BasketItem & { name: string })[] }

export type FoundNeed = Need & { offers: FoundOffer[]; hasMore: boolean }

const ITEM = /^([a-z0-9]+(?:-[a-z0-9]+)*):(\d{1,5})$/

/** The basket of an address, "slug:quantity,slug:quantity"; what is none of it is left out. */
export function basketOf(text: string): BasketItem[] {
  const found = new Map<string, number>()
  for (const piece of text.slice(0, 2000).split(',')) {
    const [, slug = '', number = ''] = ITEM.exec(piece.trim()) ?? []
    const quantity = Number(number)
    if (slug !== '' && slug.length <= 80 && quantity >= 1 && quantity <= LIMITS.quantity)
      found.set(slug, quantity)
  }
  return [...found].slice(0, LIMITS.basket).map(([slug, quantity]) => ({ slug, quantity }))
}

export const basketText = (basket: BasketItem[]): string =>
  basket.map(({ slug, quantity }) => `${slug}:${quantity}`).join(',')

/** The same with this much of it; none takes it out. */
export function withItem(basket: BasketItem[], slug: string, quantity: number): BasketItem[] {
  const others = basket.filter((item) => item.slug !== slug)
  return quantity > 0 ? [...others, { slug, quantity }] : others
}
