import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { editProject } from '#server/projects/commands.ts'
import { editProjectInput } from '#server/projects/inputs.ts'
import { editingFor } from '#server/projects/views.ts'
import { placeOf } from './components/place.ts'
import { ProjectFields } from './components/project-fields.tsx'
import { ProjectHead } from './components/project-head.tsx'

export const loader = page(({ actor, params }) => editingFor(actor, placeOf(params)))

export const action = form(editProjectInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editProject(actor, placeOf(params), input),
    'Das Vorhaben ist gespeichert.',
  ),
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

export default function EditProject() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <ProjectHead view={view} page="Bearbeiten" />
      <HouseForm reply={reply} autoComplete="off" className="grid max-w-[46rem] gap-5">
        <Overtaken reply={reply} version={view.project.version} />
        <ProjectFields {...view} />
        <ChildCheck />
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
