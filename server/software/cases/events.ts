import { event } from '#server/platform/bus.ts'
import type { CaseEvent, ReviewState } from './contract.ts'

type OfCase = { caseId: string; productId: string; actorId: string | null }

/** A case went from one state to the next. */
export const caseMoved = event<OfCase & { event: CaseEvent; from: ReviewState; to: ReviewState }>(
  'software.case-moved',
)
/** Somebody worked on a case that stays where it is: check points, evidence, the draft, its uses. */
export const caseWorked = event<{ caseId: string }>('software.case-worked')
/** A case came to be: proposed, asked for, or opened by the house. */
export const caseOpened = event<OfCase & { state: ReviewState }>('software.case-opened')
