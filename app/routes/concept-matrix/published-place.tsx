import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { publishedPlaceFor } from '#server/concepts/matrix/places/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { PlaceView } from './components/place-view.tsx'
import { whichOf } from './components/which.ts'

export const loader = visitorPage(({ actor, params, request }) =>
  publishedPlaceFor(actor, params.school ?? '', new URL(request.url).searchParams, whichOf(params)),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Kompetenz'} – ${data?.school.name ?? ''} – Lernen 25` },
  ...(data?.version.scope === 'public' ? [] : [{ name: 'robots', content: 'noindex' }]),
]

/** What stands behind one number of what is published. */
export default function PublishedPlace() {
  const view = useLoaderData<typeof loader>()
  const { school, version, title, path } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: school.name, to: paths.concept(school.slug) },
          { label: 'Medienkompetenzrahmen', to: path },
          { label: title },
        ]}
      />
      <PageHead title={title} kicker={school.name} meta={`Version ${version.number}`} />
      <div className="grid gap-5">
        <PlaceView view={view} />
      </div>
    </>
  )
}
