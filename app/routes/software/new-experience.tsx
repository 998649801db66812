import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { writeExperience } from '#server/software/experience/commands.ts'
import { writeInput } from '#server/software/experience/inputs.ts'
import { newExperienceFor } from '#server/software/experience/views.ts'
import { paths } from '#server/software/paths.ts'
import { ExperienceFields } from './components/experience-fields.tsx'

export const loader = page(({ actor, params }) => newExperienceFor(actor, params.app ?? ''))

export const action = form(writeInput, async ({ actor, params, input }) => {
  const slug = params.app ?? ''
  await writeExperience(actor, slug, input)
  return redirectWithToast(paths.experiences(slug), 'Ihr Bericht ist veröffentlicht.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Erfahrung berichten – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function NewExperience() {
  const { product, clientKey, ...choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[46rem]">
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Erfahrungen', to: paths.experiences(product.slug) },
          { label: 'Berichten' },
        ]}
      />
      <PageHead title={`Erfahrung mit „${product.name}“ berichten`} />
      <HouseForm reply={reply} clientKey={clientKey}>
        <ExperienceFields {...choices} />
        <div className="flex flex-wrap gap-3">
          <Button>Bericht veröffentlichen</Button>
          <ButtonLink variant="tertiary" to={paths.product(product.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
