import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { renameConcept } from '#server/concepts/people/commands.ts'
import { LIMITS } from '#server/concepts/people/contract.ts'
import { settingsInput } from '#server/concepts/people/inputs.ts'
import { settingsFor } from '#server/concepts/people/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params }) => settingsFor(actor, params.school ?? ''))

export const action = form(settingsInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  await renameConcept(actor, school, input)
  return redirectWithToast(paths.settings(school), 'Der Titel ist gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Einstellungen – Medienkonzept – Lernen 25' }]

export default function Settings() {
  const { concept } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <SubHead title="Einstellungen" />
      <HouseForm reply={reply} className="grid max-w-[46rem] gap-5">
        <Overtaken reply={reply} version={concept.version} />
        <TextField
          name="title"
          label="Titel des Medienkonzepts"
          maxLength={LIMITS.title.max}
          defaultValue={concept.title}
        />
        <div>
          <Button>Titel speichern</Button>
        </div>
      </HouseForm>
    </>
  )
}
