import { wordsOf } from '#app/ui/choices.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { gradeBandNames } from '#server/accounts/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { RATINGS, type Recommendation, type Report } from '#server/medialab/reports/contract.ts'
import { ratingNames, recommendationNames } from '#server/medialab/reports/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'

const TONES: Record<Recommendation, Tone> = {
  base_equipment: 'ok',
  pool_only: 'aktion',
  not_recommended: 'achtung',
}

/** Reports under each other, each with what its reader may do. */
export function ReportList({ rows }: { rows: Report[] }) {
  return (
    <ul className="divide-y divide-linie">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1 py-zeile">
          <OneReport report={row} hasLink />
        </li>
      ))}
    </ul>
  )
}

export function OneReport({ report, hasLink }: { report: Report; hasLink?: boolean }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {hasLink && (
          <Link
            to={paths.report(report.id)}
            className="inline-flex min-h-11 items-center font-semibold underline"
          >
            {report.offer.name}
          </Link>
        )}
        <Badge tone={TONES[report.recommendation]}>
          {recommendationNames[report.recommendation]}
        </Badge>
        {report.visibility === 'city' && <Badge tone="offen">Nur SMZ und Schulträger</Badge>}
      </div>
      <p className="text-sm text-leise">
        {[
          report.school ?? (report.schoolForm && schoolFormWords[report.schoolForm]),
          report.gradeBand && `Jahrgang ${wordsOf([report.gradeBand], gradeBandNames)}`,
          report.subject,
          day(report.createdAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{report.usedFor}</p>
      {report.conditions && (
        <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">
          <span className="font-semibold">Bedingungen: </span>
          {report.conditions}
        </p>
      )}
      <p className="text-sm">
        {RATINGS.map((name) => `${ratingNames[name].label} ${report[name]} von 5`).join(' · ')}
      </p>
      {report.author && (
        <p className="text-sm">
          Kann es zeigen: <span className="font-semibold">{report.author}</span>
        </p>
      )}
      <Acts report={report} />
    </>
  )
}

function Acts({ report: { id, isOwn, canDelete } }: { report: Report }) {
  return (
    <div className="flex flex-wrap gap-x-4 print:hidden">
      {isOwn && (
        <ButtonLink to={paths.editReport(id)} variant="tertiary">
          Bearbeiten
        </ButtonLink>
      )}
      {canDelete && (
        <HouseForm className="" action={paths.reports()}>
          <input type="hidden" name="report" value={id} />
          <Button variant="tertiary" name="intent" value="delete">
            Löschen
          </Button>
        </HouseForm>
      )}
      {!isOwn && (
        <ButtonLink to={`/melden/lab-report/${id}`} variant="tertiary">
          Melden
        </ButtonLink>
      )}
    </div>
  )
}
