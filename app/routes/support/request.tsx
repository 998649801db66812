import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { numberIn, paths } from '#server/support/paths.ts'
import {
  acceptRequest,
  declineRequest,
  finishRequest,
  withdrawRequest,
} from '#server/support/requests/commands.ts'
import { answerInput, declineInput, withdrawInput } from '#server/support/requests/inputs.ts'
import { requestFor } from '#server/support/requests/views.ts'
import { kindNames } from '#server/support/words.ts'
import { RequestBadge } from './components/badges.tsx'
import { RequestStep } from './components/request-step.tsx'
import { RequestText } from './components/request-text.tsx'

export const loader = page(({ actor, params }) => requestFor(actor, numberIn(params.number)))

const back = (params: { number?: string }, sentence: string) =>
  redirectWithToast(paths.request(numberIn(params.number)), sentence)

export const action = forms({
  accept: intent(answerInput, async ({ actor, params, input }) => {
    await acceptRequest(actor, numberIn(params.number), input)
    return back(params, 'Sie haben die Anfrage angenommen. Die PLG erfährt es.')
  }),
  decline: intent(declineInput, async ({ actor, params, input }) => {
    await declineRequest(actor, numberIn(params.number), input)
    return back(params, 'Die Anfrage ist abgelehnt. Die PLG erfährt es.')
  }),
  finish: intent(answerInput, async ({ actor, params, input }) => {
    await finishRequest(actor, numberIn(params.number), input)
    return back(params, 'Die Anfrage ist erledigt.')
  }),
  withdraw: intent(withdrawInput, async ({ actor, params, input }) => {
    await withdrawRequest(actor, numberIn(params.number), input)
    return back(params, 'Die Anfrage ist zurückgezogen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? kindNames[data.request.kind] : 'Anfrage'} – Unterstützung – Lernen 25` },
]

/** One request, the same for its PLG and for those who answer. */
export default function SupportRequest() {
  const { request, steps, isAddressee, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { kind, group, plgPath, number, state, handler, version } = request
  return (
    <>
      <Breadcrumb
        steps={[
          plgPath && !isAddressee
            ? { label: group, to: plgPath }
            : { label: 'Unterstützung', to: paths.inbox() },
          { label: `Nr. ${number}` },
        ]}
      />
      <PageHead
        title={`${kindNames[kind]} für „${group}“`}
        badge={<RequestBadge state={state} />}
        meta={handler && state !== 'open' ? `bei ${handler}` : undefined}
      />
      <div className="grid max-w-[48rem] gap-5">
        {reply?.error && !steps.some((step) => step === reply.intent) && (
          <div role="alert">
            <Notice tone="achtung" title={Object.values(reply.error).flat().join(' ')} />
          </div>
        )}
        <RequestText request={request} now={now} />
        {state === 'open' && !isAddressee && (
          <Notice>Sobald jemand antwortet, steht es hier und in Ihrer Glocke.</Notice>
        )}
        {steps.map((step) => (
          <RequestStep
            key={step}
            step={step}
            version={version}
            reply={reply?.intent === step ? reply : undefined}
          />
        ))}
      </div>
    </>
  )
}
