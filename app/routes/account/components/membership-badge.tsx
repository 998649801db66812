import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { MembershipState } from '#server/accounts/contract.ts'
import { stateNames } from '#server/accounts/words.ts'

const TONES: Record<MembershipState, Tone> = {
  pending: 'achtung',
  confirmed: 'ok',
  refused: 'stopp',
  ended: 'offen',
}

/** The state of a role as icon and word. */
export function MembershipBadge({ state }: { state: MembershipState }) {
  return <Badge tone={TONES[state]}>{stateNames[state]}</Badge>
}
