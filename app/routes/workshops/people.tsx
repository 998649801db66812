import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Printer from 'lucide-react/icons/printer'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { recordPresence } from '#server/medialab/workshops/after/commands.ts'
import { peopleFor } from '#server/medialab/workshops/after/views.ts'
import { presenceInput, rejectSeatInput, seatInput } from '#server/medialab/workshops/inputs.ts'
import { numberIn, paths } from '#server/medialab/workshops/paths.ts'
import { decideSeat } from '#server/medialab/workshops/seats/commands.ts'
import { Line, PrintTable, Requests, Taken } from './components/people-lists.tsx'
import { spanOf } from './components/workshop-words.tsx'

export const loader = page(({ actor, params }) => peopleFor(actor, params.workshop ?? ''))

const back = (params: { workshop?: string }) => `${paths.list()}/${params.workshop ?? ''}/teilnahme`

export const action = forms({
  presence: intent(presenceInput, async ({ actor, params, input }) => {
    await recordPresence(actor, numberIn(params.workshop), input)
    return redirectWithToast(back(params), 'Die Anwesenheit ist gespeichert.')
  }),
  approve: intent(seatInput, async ({ actor, params, input }) => {
    const decision = { seat: input.seat, isApproved: true, reason: '' }
    await decideSeat(actor, numberIn(params.workshop), decision)
    return redirectWithToast(back(params), 'Der Platz ist bestätigt.')
  }),
  reject: intent(rejectSeatInput, async ({ actor, params, input }) => {
    await decideSeat(actor, numberIn(params.workshop), { ...input, isApproved: false })
    return redirectWithToast(back(params), 'Die Anfrage ist abgelehnt.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Teilnahme – ${data?.workshop.title ?? 'Workshop'} – Lernen 25` },
]

export default function People() {
  const { workshop, taken, requested, line, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const isEmpty = taken.length + requested.length + line.length === 0
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb
          steps={[
            { label: 'Workshops', to: paths.list() },
            { label: workshop.title, to: workshop.path },
            { label: 'Teilnahme' },
          ]}
        />
      </div>
      <PageHead
        title={`Teilnahme: ${workshop.title}`}
        meta={`${spanOf(workshop)} · ${workshop.where} · ${taken.length} von ${workshop.seats} Plätzen`}
        actions={taken.length > 0 && <PrintButton />}
      />
      <PrintTable people={taken} />
      <div className="grid gap-5 print:hidden">
        {isEmpty && (
          <EmptyState title="Noch hat sich niemand angemeldet.">
            Wer sich anmeldet, steht hier mit Namen und Schule.
          </EmptyState>
        )}
        {requested.length > 0 && (
          <Card title="Anfragen">
            <Requests people={requested} canDecide={can.decide} reply={replyTo('reject')} />
          </Card>
        )}
        {taken.length > 0 && (
          <Card
            title="Dabei"
            lead={
              can.tick
                ? 'Wer da war, bekommt eine Teilnahmebescheinigung.'
                : 'Die Anwesenheit tragen Sie ein, wenn der Workshop begonnen hat.'
            }
          >
            <Taken
              people={taken}
              version={workshop.version}
              canTick={can.tick}
              reply={replyTo('presence')}
            />
          </Card>
        )}
        {line.length > 0 && (
          <Card title="Warteliste">
            <Line people={line} />
          </Card>
        )}
      </div>
    </>
  )
}

/** The browser prints; without a script its own menu does. */
function PrintButton() {
  return useHydrated() ? (
    <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
      Teilnahmeliste drucken
    </Button>
  ) : null
}
