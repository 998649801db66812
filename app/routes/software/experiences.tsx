import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { putAway } from '#server/software/experience/commands.ts'
import { experienceInput } from '#server/software/experience/inputs.ts'
import { experiencesFor } from '#server/software/experience/views.ts'
import { paths } from '#server/software/paths.ts'
import { AverageLine, ExperienceList } from './components/experience-list.tsx'

export const loader = visitorPage(({ actor, params, request }) =>
  experiencesFor(
    actor,
    params.app ?? '',
    pageNumber(new URL(request.url).searchParams.get('seite')),
  ),
)

export const action = forms({
  delete: intent(experienceInput, async ({ actor, params, input: { experience: id } }) => {
    const slug = params.app ?? ''
    await putAway(actor, { slug, id, isDeleted: true })
    const path = paths.experiences(slug)
    return redirectWithToast(path, {
      text: 'Der Bericht ist gelöscht.',
      undo: {
        action: path,
        fields: { intent: 'restore', experience: id },
        label: 'Rückgängig',
      },
    })
  }),
  restore: intent(experienceInput, async ({ actor, params, input: { experience: id } }) => {
    const slug = params.app ?? ''
    await putAway(actor, { slug, id, isDeleted: false })
    return redirectWithToast(paths.experiences(slug), 'Der Bericht ist wieder da.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Erfahrungen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function Experiences() {
  const { product, averages, rows, page, pages, can } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Erfahrungen' },
        ]}
      />
      <PageHead
        title={`Erfahrungen mit „${product.name}“`}
        actions={
          can.tell && (
            <ButtonLink to={paths.newExperience(product.slug)} variant="primary">
              Erfahrung berichten
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-5">
        <Card title="Was die Berichte zusammen sagen">
          <AverageLine averages={averages} />
        </Card>
        {rows.length > 0 && (
          <Card title="Berichte">
            <ExperienceList rows={rows} slug={product.slug} canChange={can.tell} />
          </Card>
        )}
      </div>
      <Pages
        label="Seiten der Berichte"
        page={page}
        pages={pages}
        linkTo={(number) => `${paths.experiences(product.slug)}?seite=${number}`}
      />
    </>
  )
}
