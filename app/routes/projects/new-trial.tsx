import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { addTrial } from '#server/projects/trials/commands.ts'
import { addTrialInput } from '#server/projects/trials/inputs.ts'
import { newTrialFor } from '#server/projects/trials/views.ts'
import { placeOf } from './components/place.ts'
import { ProjectHead } from './components/project-head.tsx'
import { TrialFields } from './components/trial-fields.tsx'

export const loader = page(({ actor, params }) => newTrialFor(actor, placeOf(params)))

export const action = form(addTrialInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await addTrial(actor, placeOf(params), input),
    'Der Durchgang ist eingetragen.',
  ),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Durchgang eintragen – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

export default function NewTrial() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <ProjectHead view={view} page="Durchgang eintragen" />
      <HouseForm
        reply={reply}
        clientKey={view.clientKey}
        autoComplete="off"
        className="grid max-w-[46rem] gap-5"
      >
        <TrialFields />
        <div className="flex flex-wrap gap-3">
          <Button>Durchgang eintragen</Button>
          <ButtonLink variant="tertiary" to={view.project.path}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
