export const FREQUENCIES = ['once', 'yearly', 'monthly', 'weekly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What the SMZ makes of a wish. */
export const OUTCOMES = ['open', 'planned', 'bought', 'declined'] as const
export type WishOutcome = (typeof OUTCOMES)[number]

/** The same numbers stand as checks in the database. */
export const WISH_LIMITS = { title: { min: 3, max: 120 }, purpose: 1000, answer: 1000 } as const
export const WISHES_PER_PAGE = 20

export type Wish = {
  id: string
  number: number
  title: string
  purpose: string
  frequency: Frequency
  outcome: WishOutcome
  answer: string
  createdAt: Date
  answeredAt: Date | null
  version: number
  /** How many say so, and from how many schools. */
  voices: number
  schools: number
  isOwn: boolean
  isMine: boolean
  canDelete: boolean
}
