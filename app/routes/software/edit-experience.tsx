import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editExperience } from '#server/software/experience/commands.ts'
import { editInput } from '#server/software/experience/inputs.ts'
import { editingFor } from '#server/software/experience/views.ts'
import { paths } from '#server/software/paths.ts'
import { ExperienceFields } from './components/experience-fields.tsx'

export const loader = page(({ actor, params }) =>
  editingFor(actor, params.app ?? '', params.experience ?? ''),
)

export const action = form(editInput, async ({ actor, params, input }) => {
  const slug = params.app ?? ''
  await editExperience(actor, { slug, id: params.experience ?? '' }, input)
  return redirectWithToast(paths.experiences(slug), 'Ihr Bericht ist gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Bericht bearbeiten – Lernen 25' }]

export default function EditExperience() {
  const { product, experience, ...choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[46rem]">
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Erfahrungen', to: paths.experiences(product.slug) },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Bericht bearbeiten" />
      <HouseForm reply={reply} autoComplete="off">
        <Overtaken reply={reply} version={experience.version} />
        <ExperienceFields experience={experience} {...choices} />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={paths.experiences(product.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
