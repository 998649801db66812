import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { day, number } from '#app/ui/format.ts'
import { paths } from '#server/medialab/paths.ts'
import {
  AVERAGE_FROM,
  RATINGS,
  RECOMMENDATIONS,
  type Report,
  type Together,
} from '#server/medialab/reports/contract.ts'
import { ratingNames, recommendationNames } from '#server/medialab/reports/words.ts'

type Given = { slug: string; rows: Report[]; together: Together; isSignedIn: boolean }

/** What schools found out with it: the newest, and what all say together. */
export function TrialReports({ slug, rows, together, isSignedIn }: Given) {
  if (rows.length === 0) return null
  return (
    <Card title="Berichte aus dem Unterricht">
      {together.of ? (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {RATINGS.map((name) => (
            <div key={name}>
              <dt className="text-sm text-leise">{ratingNames[name].label}</dt>
              <dd className="font-semibold">
                {number(Math.round((together.of?.[name] ?? 0) * 10) / 10)} von 5
              </dd>
            </div>
          ))}
          {RECOMMENDATIONS.map((name) => (
            <div key={name}>
              <dt className="text-sm text-leise">{recommendationNames[name]}</dt>
              <dd className="font-semibold">
                {together.of?.recommendations[name]} von {together.count}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-leise">Durchschnitte stehen hier ab {AVERAGE_FROM} Berichten.</p>
      )}
      <ul className="mt-2 divide-y divide-linie">
        {rows.map((row) => (
          <li key={row.id} className="py-zeile">
            <p className="text-sm text-leise">
              {[row.school, row.subject, day(row.createdAt)].filter(Boolean).join(' · ')}
            </p>
            <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{row.usedFor}</p>
          </li>
        ))}
      </ul>
      {isSignedIn && (
        <ButtonLink to={paths.reports({ angebot: slug })} variant="tertiary">
          Alle Berichte
        </ButtonLink>
      )}
    </Card>
  )
}
