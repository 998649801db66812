export const EXPERIENCES_PER_PAGE = 20
/** So many stand on the page of the product itself. */
export const NEWEST_EXPERIENCES = 3
/** An average of fewer would say more about persons than about the app. */
export const AVERAGE_FROM = 3

export const SCORES = ['1', '2', '3', '4', '5'] as const
/** The same numbers stand as checks in the database. */
export const EXPERIENCE_LIMITS = { setting: 2000, text: 4000 } as const

export type Experience = {
  id: string
  subject: string
  gradeBand: string
  setting: string
  learningEffect: number
  effort: number
  stability: number
  text: string
  wouldUseAgain: boolean
  createdAt: Date
  /** Names are for those who are signed in. */
  author: string | null
  school: string | null
  isOwn: boolean
  canDelete: boolean
  /** The Vorhaben it comes from, where the reader may read it. */
  project: { title: string; path: string } | null
}

export type Averages = {
  count: number
  /** From three reports on. */
  of: { learningEffect: number; effort: number; stability: number; again: number } | null
}
