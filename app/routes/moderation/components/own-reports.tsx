import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import type { OwnReport } from '#server/moderation/reports/contract.ts'

/** What one reported about this thing, with the answers: the receipt, and the place the bell leads to. */
export function OwnReports({ reports, now }: { reports: OwnReport[]; now: Instant }) {
  if (reports.length === 0) return null
  return (
    <Card title={reports.length === 1 ? 'Ihre Meldung' : 'Ihre Meldungen'}>
      <ul className="divide-y divide-linie">
        {reports.map((report) => (
          <li key={report.id} className="grid gap-2 py-zeile">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {report.handledAt ? (
                <Badge tone="ok">Beantwortet</Badge>
              ) : (
                <Badge tone="offen">Beim SMZ</Badge>
              )}
              <span className="text-sm text-leise">gesendet {when(report.at, now)}</span>
            </div>
            <p className="whitespace-pre-line">{report.reason}</p>
            {report.handledAt ? (
              <div className="rounded-lg bg-mulde p-3">
                <p className="text-sm text-leise">Antwort des SMZ, {when(report.handledAt, now)}</p>
                <p className="whitespace-pre-line">{report.answer}</p>
              </div>
            ) : (
              <p className="text-leise">
                Das SMZ antwortet innerhalb von 2 Werktagen. Die Antwort kommt in Ihre Glocke und
                steht dann hier.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
