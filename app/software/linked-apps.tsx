import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { LinkedApp } from '#server/software/linked/contract.ts'
import { paths } from '#server/software/paths.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { standingNames } from '#server/software/standing/words.ts'

const TONES: Record<StandingName, Tone> = {
  ...{ approved: 'ok', approved_no_data: 'ok', approved_with_conditions: 'achtung' },
  ...{ pilot: 'aktion', in_review: 'offen', not_reviewed: 'offen' },
  ...{ expired: 'achtung', not_approved: 'stopp' },
}

/** Apps that something names, each with what holds of it today for this reader. */
export function LinkedApps({ apps, ...card }: { apps: LinkedApp[]; title: string; lead?: string }) {
  if (apps.length === 0) return null
  return (
    <Card {...card}>
      <ul className="divide-y divide-linie">
        {apps.map(({ slug, name, standing, until, conditions }) => (
          <li key={slug} className="py-zeile">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to={paths.product(slug)}
                className="inline-flex min-h-11 items-center font-semibold underline"
              >
                {name}
              </Link>
              <Badge tone={TONES[standing]}>{standingNames[standing]}</Badge>
              {until && standing !== 'expired' && (
                <span className="text-sm text-leise">gültig bis {day(until)}</span>
              )}
            </p>
            {conditions.length > 0 && standing !== 'expired' && (
              <p className="wrap-anywhere">Auflagen beachten: {conditions.join(' ')}</p>
            )}
            {standing === 'expired' && (
              <p>Die Freigabe ist abgelaufen. Bitte prüfen Sie die Nutzung.</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
