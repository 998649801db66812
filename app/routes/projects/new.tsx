import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { createProject } from '#server/projects/commands.ts'
import { createProjectInput } from '#server/projects/inputs.ts'
import { paths } from '#server/projects/paths.ts'
import { newProjectFor } from '#server/projects/views.ts'
import { ProjectFields } from './components/project-fields.tsx'

export const loader = page(({ actor, params }) => newProjectFor(actor, params.plg ?? ''))

export const action = form(createProjectInput, async ({ actor, params, input }) =>
  redirect(await createProject(actor, params.plg ?? '', input), 303),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Neues Vorhaben – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function NewProject() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="neues-vorhaben" className="max-w-[46rem]">
      <h2 id="neues-vorhaben" className="mb-4 text-xl">
        Neues Vorhaben
      </h2>
      <HouseForm reply={reply} clientKey={view.clientKey} autoComplete="off">
        <ProjectFields {...view} />
        <div className="flex flex-wrap gap-3">
          <Button>Vorhaben anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.list(view.plg.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}
