import type { LucideIcon } from 'lucide-react'
import Ban from 'lucide-react/icons/ban'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import FlaskConical from 'lucide-react/icons/flask-conical'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { day } from '#app/ui/format.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { standingNames } from '#server/software/standing/words.ts'

type Standing = { name: StandingName; until?: string | null }

const LOOKS: Record<StandingName, { tone: Tone; icon?: LucideIcon }> = {
  approved: { tone: 'ok' },
  approved_no_data: { tone: 'ok' },
  approved_with_conditions: { tone: 'achtung' },
  pilot: { tone: 'aktion', icon: FlaskConical },
  in_review: { tone: 'offen' },
  not_reviewed: { tone: 'offen', icon: CircleDashed },
  expired: { tone: 'achtung', icon: Ban },
  not_approved: { tone: 'stopp' },
}

/** What may be said of an app today, as icon and word, and until when. */
export function StandingBadge({
  standing: { name, until },
  isForSome = false,
}: {
  standing: Standing
  isForSome?: boolean
}) {
  const isOver = name === 'expired'
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge {...LOOKS[name]}>
        {isOver && until ? `Abgelaufen am ${day(until)}` : standingNames[name]}
      </Badge>
      {until && !isOver && <span className="text-sm text-leise">gültig bis {day(until)}</span>}
      {isForSome && <span className="text-sm text-leise">nur für einzelne Schulen</span>}
    </span>
  )
}
