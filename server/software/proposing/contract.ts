import type { CaseOutcome, ReviewState } from '../cases/contract.ts'

/** Somebody's own proposal in a list. */
export type OwnProposal = {
  number: number
  app: string
  state: ReviewState
  outcome: CaseOutcome | null
  createdAt: Date
  /** Schools that want it. */
  schools: number
}

/** An entry that may be what somebody wants to propose. */
export type SimilarEntry = {
  id: string
  slug: string
  name: string
  vendor: string | null
  /** The case that runs about it; "Mich auch" counts there. */
  openCase: { number: number; schools: number; isMine: boolean } | null
}

/** How much one names two things alike before one asks whether they are the same. */
export const SIMILAR_SHOWN = 5
export const OWN_PAGE = 20
