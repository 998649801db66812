import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { DateState } from '#server/medialab/contract.ts'
import { stateNames } from '#server/medialab/words.ts'

const TONES: Record<DateState, Tone> = {
  ...{ requested: 'offen', confirmed: 'ok', prepared: 'ok', out: 'aktion' },
  ...{ partly_back: 'achtung', back: 'ok', closed: 'ok', rejected: 'stopp' },
  ...{ cancelled: 'stopp', no_show: 'achtung', expired: 'stopp' },
}

export function StateBadge({ state }: { state: DateState }) {
  return <Badge tone={TONES[state]}>{stateNames[state]}</Badge>
}
