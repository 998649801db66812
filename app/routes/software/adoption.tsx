import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { adopt, askForApp } from '#server/software/adoption/commands.ts'
import { adoptInput, wishInput } from '#server/software/adoption/inputs.ts'
import { adoptionFor } from '#server/software/adoption/views.ts'
import { paths } from '#server/software/paths.ts'
import { AdoptionCard } from './components/adoption-card.tsx'
import { Wishes } from './components/adoption-wishes.tsx'

const schoolIn = (request: Request) => new URL(request.url).searchParams.get('schule')

export const loader = page(({ actor, params, request }) =>
  adoptionFor(actor, params.app ?? '', schoolIn(request)),
)

const backTo = (slug: string | undefined, request: Request) =>
  paths.adoption(slug ?? '', schoolIn(request) ?? undefined)

export const action = forms({
  adopt: intent(adoptInput, async ({ actor, params, request, input }) => {
    await adopt(actor, params.app ?? '', input)
    return redirectWithToast(
      backTo(params.app, request),
      'Die Entscheidung Ihrer Schule ist eingetragen.',
    )
  }),
  wish: intent(wishInput, async ({ actor, params, request, input }) => {
    await askForApp(actor, params.app ?? '', input)
    return redirectWithToast(backTo(params.app, request), 'Ihre Schulleitung ist gefragt.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `An Ihrer Schule – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function Adoption() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply | undefined
  const { product, school, uses } = view
  const answerTo = (scenarioId: string) =>
    reply?.initialValue?.scenarioId === scenarioId ? reply : undefined
  const wishes = <Wishes view={view} reply={reply?.intent === 'wish' ? reply : undefined} />
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'An Ihrer Schule' },
        ]}
      />
      <PageHead
        title={`${product.name} an Ihrer Schule`}
        meta={school.name}
        actions={<ButtonLink to={paths.ofSchool(school.slug)}>Alle Apps der Schule</ButtonLink>}
      />
      <div className="grid gap-5">
        {view.schools.length > 1 && (
          <HouseForm method="get" className="flex flex-wrap items-end gap-3">
            <SelectField
              name="schule"
              label="Schule"
              choices={view.schools.map(({ slug, name }) => ({ value: slug, label: name }))}
              defaultValue={school.slug}
            />
            <Button variant="secondary">Zeigen</Button>
          </HouseForm>
        )}
        {view.can.decide && wishes}
        {uses.length === 0 ? (
          <EmptyState title="Zu dieser App ist noch keine Nutzung beschrieben.">
            Sobald das SMZ beschrieben hat, wie sie genutzt werden kann, entscheidet die
            Schulleitung hier darüber.
          </EmptyState>
        ) : (
          <Card
            title="Nutzungen"
            lead="Über den Einsatz entscheidet die Schulleitung, für jede Nutzung einzeln. Die Freigabe des Schulträgers ist eine Empfehlung dazu."
          >
            <div className="grid gap-4">
              {uses.map((one) => (
                <AdoptionCard key={one.use.id} view={view} one={one} reply={answerTo(one.use.id)} />
              ))}
            </div>
          </Card>
        )}
        {!view.can.decide && wishes}
      </div>
    </>
  )
}
