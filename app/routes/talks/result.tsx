import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import {
  addAgreement,
  removeAgreement,
  settleAgreement,
} from '#server/concepts/talks/agreements/commands.ts'
import { agreementIdInput, agreementInput } from '#server/concepts/talks/agreements/inputs.ts'
import { decideInput } from '#server/concepts/equipment/needs/inputs.ts'
import { closeTalk } from '#server/concepts/talks/closing/commands.ts'
import { closeInput } from '#server/concepts/talks/closing/inputs.ts'
import { decideNeedOf, writeMinutes } from '#server/concepts/talks/commands.ts'
import { LIMITS } from '#server/concepts/talks/contract.ts'
import { minutesInput, noInput } from '#server/concepts/talks/inputs.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { signTalk, takeOverResult } from '#server/concepts/talks/signing/commands.ts'
import { signInput } from '#server/concepts/talks/signing/inputs.ts'
import { resultFor } from '#server/concepts/talks/views.ts'
import { AgreementsCard } from './components/agreements-card.tsx'
import { CloseCard } from './components/close-card.tsx'
import { NeedsCard } from './components/needs-card.tsx'
import { SeenPrint } from './components/seen-print.tsx'
import { SignaturesCard } from './components/signatures-card.tsx'
import { TalkFrame } from './components/talk-frame.tsx'

export const loader = page(({ actor, params }) => resultFor(actor, params.talk ?? ''))

export const action = forms({
  minutes: intent(minutesInput, async ({ actor, params: { talk = '' }, input }) => {
    await writeMinutes(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Das Protokoll ist gespeichert.')
  }),
  agree: intent(agreementInput, async ({ actor, params: { talk = '' }, input }) => {
    await addAgreement(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Die Vereinbarung steht.')
  }),
  remove: intent(agreementIdInput, async ({ actor, params: { talk = '' }, input }) => {
    await removeAgreement(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Die Vereinbarung ist gestrichen.')
  }),
  done: intent(agreementIdInput, async ({ actor, params: { talk = '' }, input }) => {
    await settleAgreement(actor, talk, { ...input, isDone: true })
    return redirectWithToast(paths.result(talk), 'Als erledigt eingetragen.')
  }),
  reopen: intent(agreementIdInput, async ({ actor, params: { talk = '' }, input }) => {
    await settleAgreement(actor, talk, { ...input, isDone: false })
    return redirectWithToast(paths.result(talk), 'Wieder offen.')
  }),
  sign: intent(signInput, async ({ actor, params: { talk = '' }, input }) => {
    await signTalk(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Sie haben unterschrieben.')
  }),
  decideNeed: intent(decideInput, async ({ actor, params: { talk = '' }, input }) => {
    await decideNeedOf(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Der Stand ist eingetragen.')
  }),
  close: intent(closeInput, async ({ actor, params: { talk = '' }, input }) => {
    await closeTalk(actor, talk, input)
    return redirectWithToast(paths.result(talk), 'Das Gespräch ist abgeschlossen.')
  }),
  takeOver: intent(noInput, async ({ actor, params: { talk = '' } }) => {
    await takeOverResult(actor, talk)
    return redirectWithToast(paths.result(talk), 'Das Ergebnis steht in Ihrem Medienkonzept.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ergebnis – ${data?.talk.title ?? 'Gespräch'} – Lernen 25` },
]

export default function Result() {
  const view = useLoaderData<typeof loader>()
  const { talk, can, minutes, print, isTakenOver, needs } = view
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const own = replyTo('minutes')
  return (
    <>
      <TalkFrame talk={talk} />
      <div className="grid gap-5">
        {!talk.isSigned && ['open', 'scheduled', 'prepared'].includes(talk.state) && (
          <Notice>Das Ergebnis schreiben beide Seiten, wenn das Gespräch stattgefunden hat.</Notice>
        )}
        {can.takeOver && (
          <Card
            title="In Ihr Medienkonzept"
            lead="Das Ergebnis wird ein Eintrag in Ihrem Rückblick, nur für Ihre Schule."
          >
            <HouseForm reply={replyTo('takeOver')}>
              <div>
                <Button name="intent" value="takeOver">
                  Ergebnis ins Medienkonzept übernehmen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
        {isTakenOver && <Notice tone="ok">Das Ergebnis steht im Medienkonzept der Schule.</Notice>}
        <NeedsCard needs={needs} reply={replyTo('decideNeed')} />
        <AgreementsCard {...{ view }} reply={replyTo('agree')} />
        <Card title="Protokoll">
          {can.conclude ? (
            <HouseForm reply={own} className="grid max-w-[46rem] gap-4">
              <SeenPrint print={print} reply={own} />
              <TextArea
                {...{ name: 'minutes', label: 'Was besprochen wurde', optional: true, rows: 8 }}
                maxLength={LIMITS.minutes}
                defaultValue={minutes}
              />
              <div>
                <Button variant="secondary" name="intent" value="minutes">
                  Protokoll speichern
                </Button>
              </div>
            </HouseForm>
          ) : (
            <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">
              {minutes || 'Es gibt kein Protokoll.'}
            </p>
          )}
        </Card>
        <SignaturesCard {...{ view }} reply={replyTo('sign')} />
        {can.close && <CloseCard talk={talk} reply={replyTo('close')} />}
      </div>
    </>
  )
}
