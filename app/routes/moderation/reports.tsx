import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { AnswerForm, GoneReply } from '#app/routes/moderation/components/answer-form.tsx'
import { DeskTabs } from '#app/routes/moderation/components/desk-tabs.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type Instant, plural, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/moderation/paths.ts'
import { handleReport } from '#server/moderation/reports/commands.ts'
import type { DeskReport, HandledReport } from '#server/moderation/reports/contract.ts'
import { LONGEST } from '#server/moderation/reports/contract.ts'
import { answerInput } from '#server/moderation/reports/inputs.ts'
import { deskFor } from '#server/moderation/reports/views.ts'
import { pageNumber } from '#server/platform/paging.ts'

export const loader = page(({ actor, request }) =>
  deskFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = form(answerInput, async ({ actor, input }) => {
  await handleReport(actor, input)
  return redirectWithToast(paths.desk(), 'Antwort gesendet, Meldung abgeschlossen.')
})

export const meta: MetaFunction = () => [{ title: 'Meldungen – Moderation – Lernen 25' }]

export default function Reports() {
  const { open, handled, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead title="Moderation" meta="Antwort innerhalb von 2 Werktagen" />
      <DeskTabs />
      <div className="grid gap-5">
        <GoneReply name="report" ids={open.map((one) => one.id)} reply={reply} />
        <Card title="Offen" aside={plural(open.length, 'Meldung', 'Meldungen')}>
          {open.length === 0 && <EmptyState title="Keine offene Meldung." />}
          <ul className="divide-y divide-linie">
            {open.map((report) => (
              <li key={report.id} id={`meldung-${report.id}`} className="grid gap-3 py-zeile">
                <ReportFacts report={report} now={now} />
                <AnswerForm
                  name="report"
                  id={report.id}
                  hint="Geht an die Person, die gemeldet hat. Schreiben Sie, was Sie getan haben oder warum nichts zu tun ist."
                  maxLength={LONGEST.answer}
                  reply={reply}
                />
              </li>
            ))}
          </ul>
        </Card>
        {handled.total > 0 && (
          <Card title="Beantwortet" aside={plural(handled.total, 'Meldung', 'Meldungen')}>
            <ul className="divide-y divide-linie">
              {handled.rows.map((report) => (
                <li key={report.id} id={`meldung-${report.id}`} className="grid gap-2 py-zeile">
                  <ReportFacts report={report} now={now} />
                  <Answer report={report} now={now} />
                </li>
              ))}
            </ul>
            <Pages
              label="Seiten der beantworteten Meldungen"
              page={handled.page}
              pages={handled.pages}
              linkTo={paths.desk}
            />
          </Card>
        )}
      </div>
    </>
  )
}

function ReportFacts({ report, now }: { report: DeskReport; now: Instant }) {
  const { card, word } = report.thing
  return (
    <div>
      <p className="text-sm text-leise">
        {word} · gemeldet von {report.reporter} · {when(report.at, now)}
      </p>
      {card ? (
        <Link to={card.path} className="inline-flex min-h-11 items-center font-semibold underline">
          {[card.title, card.context].filter(Boolean).join(' · ')}
        </Link>
      ) : (
        <p className="text-leise">
          Sie können den Inhalt nicht öffnen: Er gehört einer Gruppe, der Sie nicht angehören, oder
          wurde gelöscht.
        </p>
      )}
      <p className="mt-1 whitespace-pre-line">{report.reason}</p>
    </div>
  )
}

function Answer({ report, now }: { report: HandledReport; now: Instant }) {
  return (
    <div className="rounded-lg bg-mulde p-3">
      <p className="text-sm text-leise">
        Antwort von {report.handledBy}, {when(report.handledAt, now)}
      </p>
      <p className="whitespace-pre-line">{report.answer}</p>
    </div>
  )
}
