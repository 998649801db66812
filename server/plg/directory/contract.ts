import type { Kind, Phase } from '../contract.ts'

/** How many cards of others stand on one page. */
export const PAGE_SIZE = 12

/** What one can look for among the PLGs of others; '' means everything. */
export type PlgSearch = {
  q: string
  subject: string
  gradeBand: string
  schoolForm: string
  phase: Phase | ''
  kind: Kind | ''
  /** Slug of a programme of origin. */
  programme: string
  seeksMembers: boolean
}
