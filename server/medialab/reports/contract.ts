import type { GradeBand } from '#server/accounts/contract.ts'
import type { SchoolForm } from '#server/schools/contract.ts'

export const RATINGS = ['learning', 'handling', 'robustness', 'prepEffort', 'support'] as const
export type Rating = (typeof RATINGS)[number]

/** What the city should do with it, after this trial. */
export const RECOMMENDATIONS = ['base_equipment', 'pool_only', 'not_recommended'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** 'city': the SMZ and the Schulträger only. */
export const VISIBILITIES = ['network', 'city'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const SCORES = ['1', '2', '3', '4', '5'] as const

/** The same numbers stand as checks in the database. */
export const REPORT_LIMITS = { usedFor: 2000, conditions: 1000 } as const

export const REPORTS_PER_PAGE = 20
/** So many stand on the page of the offer. */
export const NEWEST_REPORTS = 3
/** An average of fewer would say more about persons than about the thing. */
export const AVERAGE_FROM = 3
/** So many days after it was over somebody is still asked, and reminded on "Heute". */
export const ASKED_FOR_DAYS = 14
export const REMINDED_FOR_DAYS = 30

/** Kinds of offers that somebody can tell something of. */
export const TOLD_KINDS = ['room', 'zone', 'station', 'set'] as const

export type Ratings = Record<Rating, number>

export type Report = Ratings & {
  id: string
  offer: { slug: string; name: string; isListed: boolean }
  schoolForm: SchoolForm | ''
  gradeBand: GradeBand | ''
  subject: string
  usedFor: string
  conditions: string
  recommendation: Recommendation
  visibility: Visibility
  createdAt: Date
  /** For those who are signed in. */
  school: string | null
  /** Only of those who want to be asked. */
  author: string | null
  isOwn: boolean
  canDelete: boolean
}

export type Together = {
  count: number
  /** From three reports on. */
  of: (Ratings & { recommendations: Record<Recommendation, number> }) | null
}

/** What an address asks for; '' is all. */
export type ReportFilter = {
  offer: string
  schoolForm: SchoolForm | ''
  recommendation: Recommendation | ''
}

/** The names of the fields in an address. */
export const REPORT_PARAMS = {
  offer: 'angebot',
  schoolForm: 'schulform',
  recommendation: 'empfehlung',
} as const
