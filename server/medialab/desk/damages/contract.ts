export const CATEGORIES = [
  'broken',
  'display',
  'power',
  'incomplete',
  'dirty',
  'software',
  'lost',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export const DAMAGE_STATES = ['reported', 'assessed', 'school_pays', 'city_pays', 'closed'] as const
export type DamageState = (typeof DAMAGE_STATES)[number]

/** The same numbers stand as checks in the database. */
export const DAMAGE_LIMITS = { description: 1000, staffNote: 1000, cents: 100_000_000 } as const

export const DAMAGES_PER_PAGE = 30

/** A line of the list. */
export type DamageLine = {
  number: number
  item: string
  offer: string
  category: Category
  quantity: number
  state: DamageState
  isUnusable: boolean
  isUsableAgain: boolean
  estimateCents: number | null
  reportedAt: Date
  bookingNumber: string | null
  school: string | null
  hasPhoto: boolean
}
