import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { historyFor } from '#server/software/decisions/history/views.ts'
import { pilotReportInput } from '#server/software/decisions/inputs.ts'
import { reportPilot } from '#server/software/decisions/running/commands.ts'
import { recommendationNames } from '#server/software/decisions/words.ts'
import { paths } from '#server/software/paths.ts'
import { HistoryEntry } from './components/history-entry.tsx'
import { PilotReport } from './components/pilot-report.tsx'

export const loader = visitorPage(async ({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  if (query.get('format') === 'json') throw redirect(paths.status(params.app ?? ''))
  return historyFor(actor, params.app ?? '', pageNumber(query.get('seite')))
})

export const action = form(pilotReportInput, async ({ actor, params, input }) => {
  await reportPilot(actor, input)
  return redirectWithToast(paths.history(params.app ?? ''), 'Der Bericht ist abgegeben.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Prüfungen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function History() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { product, rows, reports, pilots } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Prüfungen' },
        ]}
      />
      <PageHead title={`Prüfungen von ${product.name}`} />
      <div className="grid gap-5">
        {!view.seesRefusals && (
          <Notice>
            Hier stehen Freigaben. Alles Weitere lesen Schulen, wenn sie angemeldet sind.
          </Notice>
        )}
        {pilots.map((pilot) => (
          <PilotReport
            key={pilot.id}
            pilot={pilot}
            reply={reply?.initialValue?.releaseId === pilot.id ? reply : undefined}
          />
        ))}
        <Card title="Was entschieden wurde">
          {rows.length === 0 ? (
            <EmptyState title="Zu dieser App ist noch nichts entschieden." />
          ) : (
            <ol className="divide-y divide-linie">
              {rows.map((line) => (
                <HistoryEntry key={line.id} line={line} />
              ))}
            </ol>
          )}
          <Pages
            label="Seiten der Prüfungen"
            page={view.page}
            pages={view.pages}
            linkTo={(number) => `${paths.history(product.slug)}?seite=${number}`}
          />
        </Card>
        {reports.length > 0 && (
          <Card title="Berichte über Erprobungen">
            <ul className="divide-y divide-linie">
              {reports.map((one) => (
                <li key={one.id} className="py-zeile">
                  <p className="text-sm text-leise">
                    {day(one.writtenAt)} · {one.writer ?? 'Ehemaliges Mitglied'} · {one.label}
                  </p>
                  <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{one.result}</p>
                  <p className="font-semibold">
                    Empfehlung:{' '}
                    {recommendationNames[one.recommendation as keyof typeof recommendationNames]}
                  </p>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <p className="text-sm text-leise">
          Für andere Systeme:{' '}
          <a
            className="inline-flex min-h-11 items-center underline"
            href={paths.status(product.slug)}
          >
            Status als JSON
          </a>
        </p>
      </div>
    </>
  )
}
