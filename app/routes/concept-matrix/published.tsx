import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { publishedMatrixFor } from '#server/concepts/matrix/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { MatrixCard } from './components/matrix-card.tsx'
import '#app/styles/mkr-matrix.css'

export const loader = visitorPage(async ({ actor, params, request }) => {
  const asked = new URL(request.url).searchParams
  const view = await publishedMatrixFor(actor, params.school ?? '', asked)
  if (view.draft !== null) throw redirect(view.draft, 303)
  return view
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Medienkompetenzrahmen – ${data?.school.name ?? 'Medienkonzept'} – Lernen 25` },
  ...(data?.version.scope === 'public' ? [] : [{ name: 'robots', content: 'noindex' }]),
]

/** The matrix of the version that everybody reads; the draft's numbers never stand here. */
export default function PublishedMatrix() {
  const view = useLoaderData<typeof loader>()
  const { school, concept, version, readsDraft } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Konzepte', to: paths.list() },
          { label: school.name, to: paths.concept(school.slug) },
          { label: 'Medienkompetenzrahmen' },
        ]}
      />
      <PageHead
        title={concept.title}
        kicker={school.name}
        badge={<Badge tone="ok">Version {version.number} veröffentlicht</Badge>}
        meta={version.publishedAt && day(version.publishedAt)}
        actions={
          readsDraft && (
            <ButtonLink to={paths.workingMatrix(school.slug)}>Zum Stand des Entwurfs</ButtonLink>
          )
        }
      />
      <MatrixCard view={view} base={paths.matrix(school.slug)} compareWith={school.slug} />
    </>
  )
}
