import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { decideInput } from '#server/concepts/equipment/needs/inputs.ts'
import { paths as equipment } from '#server/concepts/equipment/paths.ts'
import {
  acceptDate,
  proposeDates,
  withdrawDate,
} from '#server/concepts/talks/appointments/commands.ts'
import { dateInput, proposeInput } from '#server/concepts/talks/appointments/inputs.ts'
import { closeTalk } from '#server/concepts/talks/closing/commands.ts'
import { closeInput } from '#server/concepts/talks/closing/inputs.ts'
import {
  changeAgenda,
  decideNeedOf,
  holdTalk,
  prepareTalk,
  shareConcept,
  unshareConcept,
} from '#server/concepts/talks/commands.ts'
import { agendaInput, noInput, prepareInput, shareInput } from '#server/concepts/talks/inputs.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { inviteToTalk, uninvite } from '#server/concepts/talks/people/commands.ts'
import { inviteInput, seatInput } from '#server/concepts/talks/people/inputs.ts'
import { talkFor } from '#server/concepts/talks/views.ts'
import { AgendaCard, NotesCards } from './components/notes-cards.tsx'
import { CloseCard } from './components/close-card.tsx'
import { ConceptCard } from './components/concept-card.tsx'
import { DatesCard } from './components/dates-card.tsx'
import { NeedsCard } from './components/needs-card.tsx'
import { PeopleCard } from './components/people-card.tsx'
import { TalkFrame } from './components/talk-frame.tsx'

export const loader = page(({ actor, params }) => talkFor(actor, params.talk ?? ''))

export const action = forms({
  propose: intent(proposeInput, async ({ actor, params: { talk = '' }, input }) => {
    await proposeDates(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Die andere Seite sieht Ihre Vorschläge.')
  }),
  accept: intent(dateInput, async ({ actor, params: { talk = '' }, input }) => {
    await acceptDate(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Der Termin steht.')
  }),
  withdraw: intent(dateInput, async ({ actor, params: { talk = '' }, input }) => {
    await withdrawDate(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Der Vorschlag ist zurückgenommen.')
  }),
  invite: intent(inviteInput, async ({ actor, params: { talk = '' }, input }) => {
    await inviteToTalk(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Die Person nimmt teil.')
  }),
  uninvite: intent(seatInput, async ({ actor, params: { talk = '' }, input }) => {
    await uninvite(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Die Person nimmt nicht mehr teil.')
  }),
  agenda: intent(agendaInput, async ({ actor, params: { talk = '' }, input }) => {
    await changeAgenda(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Die Tagesordnung ist gespeichert.')
  }),
  prepare: intent(prepareInput, async ({ actor, params: { talk = '' }, input }) => {
    await prepareTalk(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Ihre Vorbereitung ist gespeichert.')
  }),
  share: intent(shareInput, async ({ actor, params: { talk = '' }, input }) => {
    await shareConcept(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Das Amt liest diese Version.')
  }),
  unshare: intent(noInput, async ({ actor, params: { talk = '' } }) => {
    await unshareConcept(actor, talk)
    return redirectWithToast(paths.talk(talk), 'Das Amt liest die Version nicht mehr.')
  }),
  hold: intent(noInput, async ({ actor, params: { talk = '' } }) => {
    await holdTalk(actor, talk)
    return redirectWithToast(paths.result(talk), 'Das Gespräch hat stattgefunden.')
  }),
  decideNeed: intent(decideInput, async ({ actor, params: { talk = '' }, input }) => {
    await decideNeedOf(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Der Stand ist eingetragen.')
  }),
  close: intent(closeInput, async ({ actor, params: { talk = '' }, input }) => {
    await closeTalk(actor, talk, input)
    return redirectWithToast(paths.talk(talk), 'Das Gespräch ist abgeschlossen.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.talk.title ?? 'Gespräch'} – Lernen 25` },
]

export default function Talk() {
  const view = useLoaderData<typeof loader>()
  const { talk, can, needs } = view
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <TalkFrame
        talk={talk}
        actions={
          can.hold && (
            <HouseForm className="">
              <Button name="intent" value="hold">
                Gespräch hat stattgefunden
              </Button>
            </HouseForm>
          )
        }
      />
      <div className="grid gap-5">
        {(talk.state === 'held' || talk.isSigned) && (
          <Notice>
            Das Gespräch hat stattgefunden.{' '}
            <Link to={paths.result(talk.number)} className="underline">
              Zum Ergebnis
            </Link>
          </Notice>
        )}
        <DatesCard {...{ view }} reply={replyTo('propose') ?? replyTo('accept')} />
        <PeopleCard {...{ view }} reply={replyTo('invite')} />
        <AgendaCard {...{ view }} reply={replyTo('agenda')} />
        <NotesCards {...{ view }} reply={replyTo('prepare')} />
        <ConceptCard {...{ view }} reply={replyTo('share')} />
        <NeedsCard needs={needs} reply={replyTo('decideNeed')} />
        {can.close && <CloseCard talk={talk} reply={replyTo('close')} />}
        {view.side && (
          <p>
            <Link to={equipment.start(talk.schoolSlug)} className="underline">
              Anspruch, Bestand und Bedarf der Schule
            </Link>
          </p>
        )}
      </div>
    </>
  )
}
