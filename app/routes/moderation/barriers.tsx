import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { AnswerForm, GoneReply } from '#app/routes/moderation/components/answer-form.tsx'
import { DeskTabs } from '#app/routes/moderation/components/desk-tabs.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, type Instant, plural, when } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { handleBarrier } from '#server/moderation/barriers/commands.ts'
import { type BarrierReport, LONGEST } from '#server/moderation/barriers/contract.ts'
import { barrierAnswerInput } from '#server/moderation/barriers/inputs.ts'
import { barriersFor } from '#server/moderation/barriers/views.ts'
import { paths } from '#server/moderation/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'

export const loader = page(({ actor, request }) =>
  barriersFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = form(barrierAnswerInput, async ({ actor, input }) => {
  await handleBarrier(actor, input)
  return redirectWithToast(paths.barriers(), 'Antwort festgehalten, Meldung abgeschlossen.')
})

export const meta: MetaFunction = () => [{ title: 'Barrieren – Moderation – Lernen 25' }]

export default function Barriers() {
  const { open, handled, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead title="Gemeldete Barrieren" meta="Antwort innerhalb von 6 Wochen" />
      <DeskTabs />
      <div className="grid gap-5">
        <GoneReply name="barrier" ids={open.map((one) => one.id)} reply={reply} />
        <Card title="Offen" aside={plural(open.length, 'Meldung', 'Meldungen')}>
          {open.length === 0 && <EmptyState title="Keine offene Meldung." />}
          <ul className="divide-y divide-linie">
            {open.map((barrier) => (
              <li
                key={barrier.id}
                id={`barriere-${barrier.number}`}
                className="grid gap-3 py-zeile"
              >
                <BarrierFacts barrier={barrier} now={now} clock={<Clock barrier={barrier} />} />
                <AnswerForm
                  name="barrier"
                  id={barrier.id}
                  hint={
                    barrier.isMailed
                      ? `Geht per Mail an ${barrier.contact}.`
                      : 'Wird hier festgehalten. Eine Mailadresse wurde nicht angegeben.'
                  }
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
              {handled.rows.map((barrier) => (
                <li
                  key={barrier.id}
                  id={`barriere-${barrier.number}`}
                  className="grid gap-2 py-zeile"
                >
                  <BarrierFacts barrier={barrier} now={now} />
                  <div className="rounded-lg bg-mulde p-3">
                    <p className="text-sm text-leise">
                      Antwort von {barrier.handledBy}, {when(barrier.handledAt, now)}
                    </p>
                    <p className="whitespace-pre-line">{barrier.answer}</p>
                  </div>
                </li>
              ))}
            </ul>
            <Pages
              label="Seiten der beantworteten Meldungen"
              page={handled.page}
              pages={handled.pages}
              linkTo={paths.barriers}
            />
          </Card>
        )}
      </div>
    </>
  )
}

function BarrierFacts({
  barrier,
  now,
  clock,
}: {
  barrier: BarrierReport
  now: Instant
  clock?: ReactNode
}) {
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">Nr. {barrier.number}</h3>
        {clock}
      </div>
      <p className="whitespace-pre-line">{barrier.description}</p>
      <DefinitionList
        facts={[
          ['Gemeldet', when(barrier.at, now)],
          ['Seite', barrier.page],
          ['Kontakt', barrier.contact],
        ]}
      />
    </div>
  )
}

const SOON = 14

function Clock({ barrier: { daysLeft, dueAt } }: { barrier: BarrierReport }) {
  if (daysLeft < 0)
    return <Badge tone="stopp">Überfällig seit {plural(-daysLeft, 'Tag', 'Tagen')}</Badge>
  return (
    <Badge tone={daysLeft <= SOON ? 'achtung' : 'offen'}>
      Antwort bis {day(dueAt)}, noch {plural(daysLeft, 'Tag', 'Tage')}
    </Badge>
  )
}
