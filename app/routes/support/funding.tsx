import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { Attachments } from '#app/files/attachments.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { filesOf } from '#server/files/views.ts'
import * as funding from '#server/support/funding/commands.ts'
import * as inputs from '#server/support/funding/inputs.ts'
import { fundingFor } from '#server/support/funding/views.ts'
import { numberIn, paths } from '#server/support/paths.ts'
import { addProof, removeProof } from '#server/support/proofs/commands.ts'
import { proofInput, removeProofInput } from '#server/support/proofs/inputs.ts'
import { fundingNext } from '#server/support/words.ts'
import { FundingBadge } from './components/badges.tsx'
import { FundingDecision, FundingFacts } from './components/funding-facts.tsx'
import { FundingSteps } from './components/funding-steps.tsx'
import { FundingStory } from './components/funding-story.tsx'
import { ProofCard } from './components/proof-card.tsx'

export const loader = page(async ({ actor, params }) => {
  const view = await fundingFor(actor, numberIn(params.number))
  return { ...view, files: await filesOf(actor, { kind: 'funding', id: view.funding.id }) }
})

type Params = { number?: string }
const back = ({ number }: Params, sentence: string) =>
  redirectWithToast(paths.funding(numberIn(number)), sentence)

export const action = forms({
  submit: intent(inputs.stepInput, async ({ actor, params, input }) => {
    await funding.submitFunding(actor, numberIn(params.number), input)
    return back(params, 'Der Antrag ist eingereicht.')
  }),
  takeUp: intent(inputs.stepInput, async ({ actor, params, input }) => {
    await funding.takeUpFunding(actor, numberIn(params.number), input)
    return back(params, 'Der Antrag ist in Prüfung.')
  }),
  ask: intent(inputs.wordsInput, async ({ actor, params, input }) => {
    await funding.askAboutFunding(actor, numberIn(params.number), input)
    return back(params, 'Die Rückfrage ist unterwegs.')
  }),
  answer: intent(inputs.wordsInput, async ({ actor, params, input }) => {
    await funding.answerQuery(actor, numberIn(params.number), input)
    return back(params, 'Die Antwort ist unterwegs.')
  }),
  approve: intent(inputs.approveInput, async ({ actor, params, input }) => {
    await funding.approveFunding(actor, numberIn(params.number), input)
    return back(params, 'Die Bewilligung ist gespeichert. Die PLG erfährt es.')
  }),
  reject: intent(inputs.wordsInput, async ({ actor, params, input }) => {
    await funding.rejectFunding(actor, numberIn(params.number), input)
    return back(params, 'Die Ablehnung ist gespeichert. Die PLG erfährt es.')
  }),
  withdraw: intent(inputs.stepInput, async ({ actor, params, input }) => {
    await funding.withdrawFunding(actor, numberIn(params.number), input)
    return back(params, 'Der Antrag ist zurückgezogen.')
  }),
  pay: intent(inputs.stepInput, async ({ actor, params, input }) => {
    await funding.payFunding(actor, numberIn(params.number), input)
    return back(params, 'Die Auszahlung ist eingetragen.')
  }),
  account: intent(inputs.stepInput, async ({ actor, params, input }) => {
    await funding.accountFunding(actor, numberIn(params.number), input)
    return back(params, 'Der Verwendungsnachweis liegt beim Schulträger.')
  }),
  close: intent(inputs.noteInput, async ({ actor, params, input }) => {
    await funding.closeFunding(actor, numberIn(params.number), input)
    return back(params, 'Der Vorgang ist abgeschlossen.')
  }),
  addProof: intent(proofInput, async ({ actor, params, input }) => {
    await addProof(actor, numberIn(params.number), input)
    return back(params, 'Die Ausgabe ist eingetragen.')
  }),
  removeProof: intent(removeProofInput, async ({ actor, params, input }) => {
    await removeProof(actor, numberIn(params.number), input.proofId)
    return back(params, 'Die Ausgabe ist gelöscht.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Förderantrag – ${data?.funding.projectTitle ?? ''} – Lernen 25` },
]

/** An application, the same page for its PLG, for those who decide and for the head of the school. */
export default function Funding() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { can, steps } = view
  const { number, projectTitle, group, school, year, state, plgPath } = view.funding
  const path = paths.funding(number)
  const isAnswered = steps.some((step) => step === reply?.intent) || can.prove
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Förderanträge', to: paths.fundings() }, { label: `Nr. ${number}` }]}
      />
      <PageHead
        title={projectTitle}
        kicker={`Förderantrag Nr. ${number} · Haushaltsjahr ${year}`}
        badge={<FundingBadge state={state} />}
        meta={`${group} · ${school}`}
        actions={
          <>
            {can.edit && <ButtonLink to={paths.editFunding(number)}>Bearbeiten</ButtonLink>}
            {plgPath && <ButtonLink to={plgPath}>Zur PLG</ButtonLink>}
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          {reply?.error && !isAnswered && (
            <div role="alert">
              <Notice tone="achtung" title={Object.values(reply.error).flat().join(' ')} />
            </div>
          )}
          <Notice>{fundingNext[state]}</Notice>
          <FundingDecision view={view} />
          <FundingFacts view={view} />
          {view.funding.isPaid && <ProofCard view={view} reply={reply} />}
          <Attachments view={view.files} back={path} />
        </div>
        <div className="grid min-w-0 gap-5">
          <FundingSteps view={view} reply={reply} />
          <Card title="Verlauf">
            <FundingStory entries={view.entries} now={view.now} />
          </Card>
        </div>
      </div>
    </>
  )
}
