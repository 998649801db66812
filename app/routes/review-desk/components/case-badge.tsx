import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { CaseOutcome, ReviewState } from '#server/software/cases/contract.ts'
import { outcomeNames, stateNames } from '#server/software/cases/words.ts'

const TONES: Record<ReviewState, Tone> = {
  draft: 'offen',
  submitted: 'offen',
  triage: 'aktion',
  waiting_requester: 'achtung',
  waiting_vendor: 'achtung',
  in_review: 'aktion',
  opinion_draft: 'aktion',
  opinion_given: 'aktion',
  release_pending: 'aktion',
  closed: 'ok',
  rejected_intake: 'offen',
}
const REFUSED: readonly (CaseOutcome | null)[] = ['refused', 'objection']

/** Where a case stands; one that is over says as what it ended. */
export function CaseBadge({
  state,
  outcome = null,
}: {
  state: ReviewState
  outcome?: CaseOutcome | null
}) {
  const tone = REFUSED.includes(outcome) ? 'stopp' : TONES[state]
  return <Badge tone={tone}>{outcome ? outcomeNames[outcome] : stateNames[state]}</Badge>
}
