import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { editTrial } from '#server/projects/trials/commands.ts'
import { editTrialInput } from '#server/projects/trials/inputs.ts'
import { trialFor } from '#server/projects/trials/views.ts'
import { placeOf } from './components/place.ts'
import { ProjectHead } from './components/project-head.tsx'
import { TrialFields } from './components/trial-fields.tsx'

export const loader = page(({ actor, params }) =>
  trialFor(actor, placeOf(params), params.trial ?? ''),
)

export const action = form(editTrialInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editTrial(actor, placeOf(params), params.trial ?? '', input),
    'Der Durchgang ist gespeichert.',
  ),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Durchgang bearbeiten – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

export default function EditTrial() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <ProjectHead view={view} page="Durchgang bearbeiten" />
      <HouseForm reply={reply} autoComplete="off" className="grid max-w-[46rem] gap-5">
        <input type="hidden" name="version" value={view.trial.version} />
        <TrialFields trial={view.trial} />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={view.project.path}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
