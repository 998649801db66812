import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { longDay } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { publishCall, withdrawCall } from '#server/support/calls/commands.ts'
import { moveCallInput } from '#server/support/calls/inputs.ts'
import { callFor } from '#server/support/calls/views.ts'
import { numberIn, paths } from '#server/support/paths.ts'
import { Answers } from './components/call-answers.tsx'
import { CallBadge } from './components/badges.tsx'
import { callFacts } from './components/call-row.tsx'
import { queryOf } from './components/query.ts'

export const loader = page(({ actor, params, request }) =>
  callFor(actor, params.call ?? '', pageNumber(queryOf(request).get('seite'))),
)

export const action = forms({
  publish: intent(moveCallInput, async ({ actor, params, input }) => {
    await publishCall(actor, numberIn(params.call), input)
    return redirectWithToast(`/aufrufe/${params.call ?? ''}`, 'Der Aufruf ist veröffentlicht.')
  }),
  withdraw: intent(moveCallInput, async ({ actor, params, input }) => {
    await withdrawCall(actor, numberIn(params.call), input)
    return redirectWithToast(
      `/aufrufe/${params.call ?? ''}`,
      'Der Aufruf ist zurückgezogen. Sie können ihn wieder veröffentlichen.',
    )
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.call.title ?? 'Aufruf'} – Lernen 25` },
]

export default function Call() {
  const { call, ideas, fundings, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Aufrufe', to: paths.calls() }, { label: call.title }]} />
      <PageHead
        title={call.title}
        badge={<CallBadge state={call.state} />}
        meta={callFacts(call)}
        actions={can.keep && <ButtonLink to={paths.editCall(call.number)}>Bearbeiten</ButtonLink>}
      />
      <div className="grid max-w-[48rem] gap-5">
        <Card title="Worum es geht">
          <p className="wrap-anywhere whitespace-pre-line">{call.text}</p>
          {call.closesOn && <p className="mt-3">Antworten bis {longDay(call.closesOn)}.</p>}
        </Card>
        {call.state === 'published' && call.isOver && (
          <Notice>Dieser Aufruf ist beendet. Antworten sind nicht mehr möglich.</Notice>
        )}
        {can.answer && (
          <Card
            title="Antworten"
            lead="Eine Idee finden andere Schulen und machen mit. Geld beantragen Sie für ein Innovationsprojekt, das Ihre PLG schon plant."
          >
            <div className="flex flex-wrap gap-3">
              <ButtonLink variant="primary" to={paths.ideaFor(call)}>
                Idee vorschlagen
              </ButtonLink>
              {call.kind === 'innovation' && (
                <ButtonLink to={paths.fundingFor(call.number)}>Förderung beantragen</ButtonLink>
              )}
            </div>
          </Card>
        )}
        {call.state !== 'draft' && <Answers call={call} ideas={ideas} fundings={fundings} />}
        {can.keep && (
          <HouseForm reply={reply}>
            <input type="hidden" name="version" value={call.version} />
            <div>
              {call.state === 'published' ? (
                <Button variant="secondary" name="intent" value="withdraw">
                  Aufruf zurückziehen
                </Button>
              ) : (
                <Button name="intent" value="publish">
                  Veröffentlichen
                </Button>
              )}
            </div>
          </HouseForm>
        )}
      </div>
    </>
  )
}
