import { Link } from '@remix-run/react'
import { StandingBadge } from '#app/routes/software/components/standing-badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { LinkedApp } from '#server/software/linked/contract.ts'
import { paths } from '#server/software/paths.ts'

/** What holds today of the apps of a Vorhaben; what was refused stands above everything else. */
export function LinkedSoftware({ apps }: { apps: LinkedApp[] }) {
  if (apps.length === 0) return null
  const refused = apps.filter(({ standing }) => standing === 'not_approved')
  return (
    <>
      {refused.map(({ slug, name, alternative }) => (
        <Notice key={slug} tone="stopp" title={`„${name}“ ist nicht freigegeben`}>
          Bitte setzen Sie die App nicht weiter ein.
          {alternative && ` Stattdessen: ${alternative}`}
        </Notice>
      ))}
      <Card title="Was für die Apps heute gilt">
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
                <StandingBadge standing={{ name: standing, until }} />
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
    </>
  )
}
