import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editProduct } from '#server/software/editing/commands.ts'
import { editInput } from '#server/software/editing/inputs.ts'
import { editingFor } from '#server/software/editing/views.ts'
import { paths } from '#server/software/paths.ts'
import { FactFields } from './components/fact-fields.tsx'

export const loader = page(({ actor, params }) => editingFor(actor, params.app ?? ''))

export const action = form(editInput, async ({ actor, params, input }) => {
  const slug = params.app ?? ''
  await editProduct(actor, slug, input)
  return redirectWithToast(paths.product(slug), 'Die Angaben sind gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function Edit() {
  const { product, facts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title={`„${product.name}“ bearbeiten`} />
      <HouseForm reply={reply} autoComplete="off">
        <Overtaken reply={reply} version={product.version} />
        <FactFields facts={facts} />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={paths.product(product.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
