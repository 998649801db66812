import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { CallState, FundingState, RequestState } from '#server/support/contract.ts'
import { callStateNames, fundingStateNames, requestStateNames } from '#server/support/words.ts'

const REQUEST_TONES: Record<RequestState, Tone> = {
  open: 'offen',
  accepted: 'aktion',
  declined: 'stopp',
  done: 'ok',
  withdrawn: 'offen',
}

const FUNDING_TONES: Record<FundingState, Tone> = {
  draft: 'offen',
  submitted: 'aktion',
  in_review: 'aktion',
  queries: 'achtung',
  approved: 'ok',
  approved_partly: 'ok',
  rejected: 'stopp',
  withdrawn: 'offen',
  paid: 'ok',
  accounted: 'aktion',
  closed: 'ok',
}

const CALL_TONES: Record<CallState, Tone> = { draft: 'offen', published: 'ok', withdrawn: 'stopp' }

export const RequestBadge = ({ state }: { state: RequestState }) => (
  <Badge tone={REQUEST_TONES[state]}>{requestStateNames[state]}</Badge>
)
export const FundingBadge = ({ state }: { state: FundingState }) => (
  <Badge tone={FUNDING_TONES[state]}>{fundingStateNames[state]}</Badge>
)
export const CallBadge = ({ state }: { state: CallState }) => (
  <Badge tone={CALL_TONES[state]}>{callStateNames[state]}</Badge>
)
