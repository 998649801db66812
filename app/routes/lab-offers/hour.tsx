import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { changeHours, removeHours } from '#server/medialab/opening/commands.ts'
import { changeHoursInput, removeHoursInput } from '#server/medialab/opening/inputs.ts'
import { hoursEntryFor } from '#server/medialab/opening/views.ts'
import { purposeNames, weekdayNames } from '#server/medialab/opening/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { EffectNotice, SaveButton } from './components/effect-notice.tsx'
import { SpanFields } from './components/hours-table.tsx'

export const loader = page(({ actor, params }) => hoursEntryFor(actor, params.hour ?? ''))

export const action = forms({
  change: intent(changeHoursInput, async ({ actor, params, input }) => {
    await changeHours(actor, params.hour ?? '', input)
    return redirectWithToast(paths.hours(), 'Die Zeit ist gespeichert.')
  }),
  remove: intent(removeHoursInput, async ({ actor, params, input }) => {
    await removeHours(actor, params.hour ?? '', input)
    return redirectWithToast(paths.hours(), 'Die Zeit ist gelöscht.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Zeit ändern – MediaLab – Lernen 25' }]

export default function Hour() {
  const { entry, version } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const changing = reply?.intent === 'change' ? reply : undefined
  const removing = reply?.intent === 'remove' ? reply : undefined
  const name = `${weekdayNames[entry.weekday]}, ${purposeNames[entry.purpose]}`
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Zeiten und Schließtage', to: paths.hours() },
          { label: name },
        ]}
      />
      <PageHead title={name} meta={`${entry.from}–${entry.to} Uhr`} />
      <div className="grid gap-5">
        <Card title="Zeit ändern">
          <HouseForm reply={changing}>
            <SeenVersion version={version} />
            <SpanFields entry={entry} />
            <EffectNotice reply={changing} />
            <div className="flex flex-wrap gap-3">
              <SaveButton {...{ reply: changing, name: 'intent', value: 'change' }}>
                Zeit speichern
              </SaveButton>
              <ButtonLink variant="tertiary" to={paths.hours()}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
        <Card title="Zeit löschen">
          <HouseForm reply={removing}>
            <SeenVersion version={version} />
            <EffectNotice reply={removing} />
            <div>
              <SaveButton
                {...{ reply: removing, name: 'intent', value: 'remove', variant: 'secondary' }}
              >
                Zeit löschen
              </SaveButton>
            </div>
          </HouseForm>
        </Card>
      </div>
    </div>
  )
}
