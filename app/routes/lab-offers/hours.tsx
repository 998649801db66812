import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { addClosure, addHours, removeClosure } from '#server/medialab/opening/commands.ts'
import {
  addClosureInput,
  addHoursInput,
  addSiteInput,
  editSiteInput,
  removeClosureInput,
  retireSiteInput,
} from '#server/medialab/opening/inputs.ts'
import { addSite, editSite, retireSite } from '#server/medialab/opening/sites/commands.ts'
import { hoursFor } from '#server/medialab/opening/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { ClosureForm, ClosureList } from './components/closures.tsx'
import { HoursForm, HoursTable } from './components/hours-table.tsx'
import { Sites } from './components/sites.tsx'

export const loader = page(({ actor }) => hoursFor(actor))

const saved = (text: string) => redirectWithToast(paths.hours(), text)

export const action = forms({
  addHours: intent(addHoursInput, async ({ actor, input }) => {
    await addHours(actor, input)
    return saved('Die Zeiten sind eingetragen.')
  }),
  addClosure: intent(addClosureInput, async ({ actor, input }) => {
    await addClosure(actor, input)
    return saved(`Eingetragen: ${input.reason}.`)
  }),
  removeClosure: intent(removeClosureInput, async ({ actor, input }) => {
    const { reason, startsOn, endsOn, effect } = await removeClosure(actor, input.closure)
    const fields = { startsOn, endsOn, reason, effect, clientKey: crypto.randomUUID() }
    return redirectWithToast(paths.hours(), {
      text: `Gelöscht: ${reason}.`,
      undo: {
        ...{ action: paths.hours(), label: 'Rückgängig' },
        fields: { intent: 'addClosure', ...fields },
      },
    })
  }),
  addSite: intent(addSiteInput, async ({ actor, input }) => {
    await addSite(actor, input)
    return saved(`„${input.name}“ ist angelegt.`)
  }),
  editSite: intent(editSiteInput, async ({ actor, input }) => {
    await editSite(actor, input)
    return saved(`„${input.name}“ ist gespeichert.`)
  }),
  retireSite: intent(retireSiteInput, async ({ actor, input }) => {
    await retireSite(actor, input)
    return saved('Dort wird nichts mehr ausgegeben.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Zeiten und Schließtage – MediaLab – Lernen 25' }]

export default function HoursPage() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (intent: string) => (reply?.intent === intent ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Zeiten und Schließtage' }]}
      />
      <PageHead
        title="Zeiten und Schließtage"
        actions={
          <>
            <ButtonLink to={paths.manageOffers()}>Angebote</ButtonLink>
            <ButtonLink to={paths.instructions()}>Einweisungen</ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        {view.hasLab && (
          <>
            <Card
              title="Öffnungszeiten"
              lead="Für jeden Zweck eigene Zeiten. An Feiertagen ist immer geschlossen."
            >
              <HoursTable hours={view.hours} />
              <HoursForm clientKey={view.keys.hours} reply={replyTo('addHours')} />
            </Card>
            <Card
              title="Schließtage"
              lead="Bevor ein Schließtag gilt, sehen Sie, welche Buchungen er trifft."
            >
              <ClosureList closures={view.closures} />
              <ClosureForm clientKey={view.keys.closure} reply={replyTo('addClosure')} />
            </Card>
          </>
        )}
        <Sites
          sites={view.sites}
          clientKey={view.keys.site}
          reply={replyTo('addSite') ?? replyTo('editSite') ?? replyTo('retireSite')}
        />
      </div>
    </>
  )
}
