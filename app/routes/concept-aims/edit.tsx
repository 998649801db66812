import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editAim } from '#server/concepts/aims/commands.ts'
import { editAimInput } from '#server/concepts/aims/inputs.ts'
import { aimEditingFor } from '#server/concepts/aims/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { AimFields } from './components/aim-fields.tsx'

export const loader = page(({ actor, params }) => aimEditingFor(actor, params.number))

export const action = form(editAimInput, async ({ actor, input, params }) =>
  redirect(await editAim(actor, params.number, input), 303),
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Vorschlag bearbeiten – Lernen 25' }]

export default function EditAim() {
  const { aim, strategic, commentsUntil } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Netzwerkziele', to: paths.networkGoals() },
          { label: aim.title, to: paths.networkGoal(aim.number) },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Vorschlag bearbeiten" />
      <HouseForm reply={reply} className="grid max-w-[44rem] gap-4">
        <Overtaken reply={reply} version={aim.version} />
        <AimFields fields={aim} strategic={strategic} until={commentsUntil} />
        <div>
          <Button>Änderungen speichern</Button>
        </div>
      </HouseForm>
    </>
  )
}
