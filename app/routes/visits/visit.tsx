import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { takingFor } from '#server/concepts/reflections/taking/views.ts'
import {
  acceptVisit,
  cancelVisit,
  declineVisit,
  holdVisit,
  prepareVisit,
  removeVisit,
  restoreVisit,
  shareVisit,
  writeDebrief,
  writeObservation,
} from '#server/visits/commands.ts'
import {
  debriefInput,
  noInput,
  observeInput,
  prepareInput,
  shareInput,
  versionInput,
} from '#server/visits/inputs.ts'
import { paths } from '#server/visits/paths.ts'
import { visitFor } from '#server/visits/views.ts'
import { spanOf } from './components/span.ts'
import { VisitBody } from './components/visit-body.tsx'
import { StateBadge } from './components/visit-rows.tsx'

export const loader = page(async ({ actor, params }) => {
  const view = await visitFor(actor, params.visit ?? '')
  const hasBegun = !view.isDeleted && view.visit.hasBegun
  const thing = { kind: 'classroom-visit', id: view.visit.id }
  return { ...view, taking: hasBegun ? await takingFor(actor, thing) : null }
})

const pathOf = (params: { visit?: string }) => `${paths.list()}/besuch/${params.visit ?? ''}`

export const action = forms({
  accept: intent(versionInput, async ({ actor, params, input }) => {
    await acceptVisit(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Der Besuch ist verabredet.')
  }),
  decline: intent(versionInput, async ({ actor, params, input }) => {
    await declineVisit(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Sie haben abgesagt. Der Platz ist wieder frei.')
  }),
  cancel: intent(noInput, async ({ actor, params }) => {
    await cancelVisit(actor, params.visit ?? '')
    return redirectWithToast(paths.visits(), 'Sie haben abgesagt. Die anderen erfahren es.')
  }),
  prepare: intent(prepareInput, async ({ actor, params, input }) => {
    await prepareVisit(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Der Beobachtungsauftrag ist gespeichert.')
  }),
  hold: intent(versionInput, async ({ actor, params, input }) => {
    await holdVisit(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Der Besuch hat stattgefunden.')
  }),
  observe: intent(observeInput, async ({ actor, params, input }) => {
    await writeObservation(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Ihre Beobachtung ist gespeichert.')
  }),
  debrief: intent(debriefInput, async ({ actor, params, input }) => {
    await writeDebrief(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Das Nachgespräch ist festgehalten.')
  }),
  share: intent(shareInput, async ({ actor, params, input }) => {
    await shareVisit(actor, params.visit ?? '', input)
    return redirectWithToast(pathOf(params), 'Wer mitliest, ist geändert.')
  }),
  remove: intent(versionInput, async ({ actor, params, input }) => {
    await removeVisit(actor, params.visit ?? '', input)
    return redirectWithToast(paths.visits(), {
      text: 'Der Besuch ist gelöscht.',
      undo: { action: pathOf(params), fields: { intent: 'restore' }, label: 'Rückgängig' },
    })
  }),
  restore: intent(noInput, async ({ actor, params }) => {
    await restoreVisit(actor, params.visit ?? '')
    return redirectWithToast(pathOf(params), 'Der Besuch ist wieder da.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.visit.lesson ?? 'Besuch'} – Lernen 25` },
]

export default function Visit() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { visit } = view
  const refresh = useRefresh()
  useNews(
    { kind: 'classroom-visit', id: visit.id },
    { onNews: () => refresh(1_000), onReturn: () => refresh(0) },
  )
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Hospitation', to: paths.list() },
          { label: 'Meine Besuche', to: paths.visits() },
          { label: visit.lesson },
        ]}
      />
      <PageHead
        title={<span className="wrap-anywhere">{visit.lesson}</span>}
        badge={<StateBadge state={visit.state} />}
        meta={`${spanOf(visit)} · ${visit.host ?? 'Nicht mehr hier'}, ${visit.school}`}
      />
      {view.isDeleted ? <Deleted /> : <VisitBody view={view} reply={reply} />}
      <div className="mt-5 grid">
        <TakeOver taking={view.taking} />
      </div>
    </>
  )
}

function Deleted() {
  return (
    <Notice
      title="Sie haben diesen Besuch gelöscht"
      action={
        <HouseForm className="">
          <Button variant="secondary" name="intent" value="restore">
            Wiederherstellen
          </Button>
        </HouseForm>
      }
    >
      Außer Ihnen sieht ihn niemand mehr. Nach einem Tag ist er endgültig weg.
    </Notice>
  )
}
