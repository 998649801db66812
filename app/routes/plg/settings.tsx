import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { editPlg } from '#server/plg/commands.ts'
import { editInput } from '#server/plg/inputs.ts'
import { paths } from '#server/plg/paths.ts'
import { settingsFor } from '#server/plg/views.ts'
import { PlgFields } from './components/plg-fields.tsx'

export const loader = page(({ actor, params }) => settingsFor(actor, params.plg ?? ''))

export const action = form(editInput, async ({ actor, params, input }) => {
  await editPlg(actor, params.plg ?? '', input)
  return redirectWithToast(paths.settings(params.plg ?? ''), 'Der Steckbrief ist gespeichert.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Einstellungen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Settings() {
  const { plg } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      {plg.phase === 'closed' ? (
        <Notice title="Diese Gruppe ist abgeschlossen">
          Sie bleibt lesbar. Für etwas Neues gründen Sie eine neue Gruppe.
        </Notice>
      ) : (
        <Notice action={<ButtonLink to={paths.phases(plg.slug)}>Zu den Phasen</ButtonLink>}>
          Weitergehen, zurückgehen, pausieren und abschließen Sie auf der Seite der Phasen.
        </Notice>
      )}
      <Card title="Steckbrief">
        <HouseForm reply={reply}>
          <PlgFields kind={plg.kind} plg={plg} />
          <div>
            <Button>Steckbrief speichern</Button>
          </div>
        </HouseForm>
      </Card>
    </>
  )
}
