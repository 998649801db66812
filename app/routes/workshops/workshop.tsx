import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { Attachments } from '#app/files/attachments.tsx'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { roleName } from '#server/accounts/words.ts'
import { filesOf } from '#server/files/views.ts'
import { publishMaterial, removeMaterial } from '#server/medialab/workshops/after/commands.ts'
import {
  cancelWorkshop,
  duplicateWorkshop,
  publishWorkshop,
} from '#server/medialab/workshops/commands.ts'
import {
  cancelWorkshopInput,
  duplicateInput,
  materialInput,
  publishInput,
  removeMaterialInput,
  seatInput,
  signUpInput,
} from '#server/medialab/workshops/inputs.ts'
import { paths as labPaths } from '#server/medialab/paths.ts'
import { numberIn, paths } from '#server/medialab/workshops/paths.ts'
import {
  acceptSeat,
  declineSeat,
  signUp,
  undoWithdraw,
  withdraw,
} from '#server/medialab/workshops/seats/commands.ts'
import { workshopFor, type WorkshopView } from '#server/medialab/workshops/views.ts'
import { workshopKindNames } from '#server/medialab/workshops/words.ts'
import { slugOf } from '#server/platform/text.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { ManageCard } from './components/manage-card.tsx'
import { MaterialCard } from './components/material-card.tsx'
import { SeatCard } from './components/seat-card.tsx'
import { seatsLine, spanOf, StandingBadge } from './components/workshop-words.tsx'

export const loader = visitorPage(async ({ actor, params }) => {
  const view = await workshopFor(actor, params.workshop ?? '')
  const thing = { kind: 'workshop', id: view.workshop.id }
  return { ...view, files: actor ? await filesOf(actor, thing) : null }
})

type Params = { workshop?: string }
const back = ({ workshop = '' }: Params) => `${paths.list()}/${workshop}`
const SIGNED_UP: Record<string, string> = {
  taken: 'Sie haben einen Platz.',
  requested: 'Ihre Anfrage ist beim SMZ. Der Platz ist für Sie reserviert.',
  waiting: 'Sie stehen auf der Warteliste.',
  offered: 'Für Sie ist schon ein Platz frei. Bitte bestätigen Sie ihn.',
}

export const action = forms({
  signUp: intent(signUpInput, async ({ actor, params, input }) => {
    const state = await signUp(actor, numberIn(params.workshop), input)
    return redirectWithToast(back(params), SIGNED_UP[state] ?? 'Gespeichert.')
  }),
  withdraw: intent(signUpInput, async ({ actor, params }) => {
    const seat = await withdraw(actor, numberIn(params.workshop))
    const action = back(params)
    const undo = { label: 'Rückgängig', action, fields: { intent: 'undoWithdraw', seat } }
    return redirectWithToast(action, { text: 'Sie sind abgemeldet.', undo })
  }),
  undoWithdraw: intent(seatInput, async ({ actor, params, input }) => {
    await undoWithdraw(actor, numberIn(params.workshop), input.seat)
    return redirectWithToast(back(params), 'Alles wie zuvor.')
  }),
  accept: intent(signUpInput, async ({ actor, params }) => {
    const state = await acceptSeat(actor, numberIn(params.workshop))
    return redirectWithToast(back(params), SIGNED_UP[state] ?? 'Gespeichert.')
  }),
  decline: intent(signUpInput, async ({ actor, params }) => {
    await declineSeat(actor, numberIn(params.workshop))
    return redirectWithToast(back(params), 'Der Platz geht an die nächste Person.')
  }),
  publish: intent(publishInput, async ({ actor, params, input }) => {
    await publishWorkshop(actor, numberIn(params.workshop), input)
    return redirectWithToast(back(params), 'Der Workshop ist veröffentlicht.')
  }),
  cancel: intent(cancelWorkshopInput, async ({ actor, params, input }) => {
    await cancelWorkshop(actor, numberIn(params.workshop), input)
    return redirectWithToast(back(params), 'Der Workshop ist abgesagt. Alle erfahren es.')
  }),
  duplicate: intent(duplicateInput, async ({ actor, params, input }) => {
    const made = await duplicateWorkshop(actor, numberIn(params.workshop), input)
    const named = { number: made.number, slug: slugOf(made.title) }
    return redirectWithToast(paths.edit(named), 'Der Entwurf liegt eine Woche später.')
  }),
  material: intent(materialInput, async ({ actor, params, input }) => {
    await publishMaterial(actor, numberIn(params.workshop), input)
    return redirectWithToast(`${back(params)}#material`, 'Das Material ist veröffentlicht.')
  }),
  removeMaterial: intent(removeMaterialInput, async ({ actor, params, input }) => {
    await removeMaterial(actor, numberIn(params.workshop), input)
    return redirectWithToast(`${back(params)}#material`, 'Das Material ist entfernt.')
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.workshop.title ?? 'Workshop'} – Lernen 25` },
]

/** Others sign up, too: a little later than they do is soon enough. */
const WITHIN = 1_500

export default function Workshop() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { workshop, can, files } = view
  const refresh = useRefresh()
  useNews(view.isSignedIn ? { kind: 'workshop', id: workshop.id } : null, {
    onNews: () => refresh(WITHIN),
    onReturn: () => refresh(WITHIN),
  })
  const replyTo = (...names: string[]) => (names.includes(reply?.intent ?? '') ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: labPaths.start() },
          { label: 'Workshops', to: paths.list() },
          { label: workshop.title },
        ]}
      />
      <PageHead
        kicker={workshopKindNames[workshop.kind]}
        title={workshop.title}
        badge={<StandingBadge standing={workshop.standing} />}
        meta={seatsLine(workshop)}
        actions={<HeadLinks workshop={workshop} can={can} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          {workshop.state === 'cancelled' && (
            <Notice tone="stopp" title="Dieser Workshop fällt aus">
              <span className="wrap-anywhere">{workshop.cancelReason}</span>
            </Notice>
          )}
          {workshop.state === 'draft' && (
            <Notice title="Entwurf">So sehen ihn alle, wenn Sie ihn veröffentlichen.</Notice>
          )}
          <About workshop={workshop} />
          <MaterialCard
            materials={workshop.materials}
            canLead={can.lead}
            clientKey={view.clientKey}
            replyTo={replyTo}
          />
          {files && <Attachments view={files} back={workshop.path} />}
        </div>
        <div className="grid min-w-0 gap-5">
          <SeatCard
            view={view}
            reply={replyTo('signUp', 'withdraw', 'accept', 'decline', 'undoWithdraw')}
          />
          {can.manage && (
            <ManageCard workshop={workshop} clientKey={view.clientKey} replyTo={replyTo} />
          )}
        </div>
      </div>
    </>
  )
}

type Shown = Pick<WorkshopView, 'can'> & { workshop: { number: number; slug: string } }

function HeadLinks({ workshop, can }: Shown) {
  return (
    <>
      {can.lead && <ButtonLink to={paths.people(workshop)}>Teilnahme</ButtonLink>}
      {can.manage && <ButtonLink to={paths.edit(workshop)}>Bearbeiten</ButtonLink>}
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>['workshop']

function About({ workshop }: { workshop: Loaded }) {
  const { room, place, link, hasLink, externalUrl, roles, schoolForms } = workshop
  const audience = [
    ...roles.map(roleName),
    ...schoolForms.map((form) => schoolFormWords[form as keyof typeof schoolFormWords]),
  ].join(', ')
  return (
    <Card title="Worum es geht">
      {workshop.description && (
        <p className="mb-3 wrap-anywhere whitespace-pre-line">{workshop.description}</p>
      )}
      <DefinitionList
        facts={[
          ['Wann', spanOf(workshop)],
          ['Wo', room && <Link to={room.path}>{room.name}</Link>],
          [room ? 'Dazu' : 'Wo', place],
          ['Online', onlineWords(link, hasLink)],
          ['Leitung', workshop.leaders],
          ['Für', audience],
          ['Je Schule', workshop.seatsPerSchool && `höchstens ${workshop.seatsPerSchool}`],
          ['Mindestens', workshop.minParticipants && `${workshop.minParticipants} Personen`],
          [
            'Mehr dazu',
            externalUrl && (
              <a href={externalUrl} rel="noreferrer" className="wrap-anywhere underline">
                {externalUrl}
              </a>
            ),
          ],
        ]}
      />
    </Card>
  )
}

function onlineWords(link: string, hasLink: boolean) {
  if (link !== '')
    return (
      <a href={link} rel="noreferrer" className="wrap-anywhere underline">
        Zur Videokonferenz
      </a>
    )
  return hasLink && 'Den Link sehen Sie hier, sobald Sie einen Platz haben.'
}
