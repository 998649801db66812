import { Badge, type Tone } from '#app/ui/badge.tsx'
import { List, NewsRow } from '#app/ui/list.tsx'
import type { VisitCard, VisitState } from '#server/visits/contract.ts'
import { stateNames } from '#server/visits/words.ts'
import { spanOf } from './span.ts'

const TONES: Record<VisitState, Tone> = {
  requested: 'achtung',
  accepted: 'aktion',
  declined: 'offen',
  held: 'ok',
  debriefed: 'ok',
  cancelled: 'offen',
}

export function StateBadge({ state }: { state: VisitState }) {
  return <Badge tone={TONES[state]}>{stateNames[state]}</Badge>
}

/** Visits with day, place and how far they are. */
export function VisitRows({ visits }: { visits: VisitCard[] }) {
  return (
    <List>
      {visits.map((visit) => (
        <NewsRow
          key={visit.id}
          to={visit.path}
          title={<span className="wrap-anywhere">{visit.lesson}</span>}
          meta={spanOf(visit)}
        >
          <p>{visit.isHost ? `Bei Ihnen, ${visit.school}` : placeOf(visit)}</p>
          <p className="mt-1">
            <StateBadge state={visit.state} />
          </p>
          <p className="text-sm text-leise">{waitingFor(visit)}</p>
        </NewsRow>
      ))}
    </List>
  )
}

const placeOf = ({ host, school }: VisitCard) => [host ?? 'Nicht mehr hier', school].join(', ')

function waitingFor({ state, isHost, releases }: VisitCard): string {
  if (state === 'requested')
    return isHost ? 'Wartet auf Ihre Antwort' : 'Wartet auf die Antwort der Lehrkraft'
  if (state !== 'accepted') return ''
  if (releases.refused > 0) return 'Eine Schulleitung hat nicht freigegeben'
  return releases.open > 0 ? 'Wartet auf die Freigabe der Schulleitung' : 'Freigabe vollständig'
}
