import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { publishedMatrixFor } from '#server/concepts/matrix/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { versionStatusNames } from '#server/concepts/words.ts'
import { MatrixCard } from './components/matrix-card.tsx'
import { whichOf } from './components/which.ts'
import '#app/styles/mkr-matrix.css'

export const loader = visitorPage(async ({ actor, params, request }) => {
  const asked = new URL(request.url).searchParams
  const view = await publishedMatrixFor(actor, params.school ?? '', asked, whichOf(params))
  if (view.draft !== null) throw redirect(view.draft, 303)
  return view
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Medienkompetenzrahmen – ${data?.school.name ?? 'Medienkonzept'} – Lernen 25` },
  ...(data?.version.scope === 'public' ? [] : [{ name: 'robots', content: 'noindex' }]),
]

/** The matrix of the version that everybody reads, or of another one; the draft's numbers never stand here. */
export default function PublishedMatrix() {
  const view = useLoaderData<typeof loader>()
  const { school, concept, version, readsDraft, hasCurrent, path } = view
  const isOut = version.status === 'published'
  const home = version.isCurrent
    ? { label: school.name, to: paths.concept(school.slug) }
    : {
        label: `${school.name}, Version ${version.number}`,
        to: paths.version(school.slug, version.number),
      }
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Konzepte', to: paths.list() }, home, { label: 'Medienkompetenzrahmen' }]}
      />
      <PageHead
        title={concept.title}
        kicker={school.name}
        badge={
          <Badge tone={isOut ? 'ok' : 'achtung'}>
            Version {version.number} {versionStatusNames[version.status].toLowerCase()}
          </Badge>
        }
        meta={day(version.publishedAt ?? version.createdAt)}
        actions={
          readsDraft && (
            <ButtonLink to={paths.workingMatrix(school.slug)}>Zum Stand des Entwurfs</ButtonLink>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {hasCurrent && !version.isCurrent && (
          <Notice
            title="Veröffentlicht ist eine andere Version."
            action={
              <ButtonLink className="print:hidden" to={paths.matrix(school.slug)}>
                Zur veröffentlichten Version
              </ButtonLink>
            }
          />
        )}
        <MatrixCard
          view={view}
          base={path}
          compareWith={version.isCurrent ? school.slug : undefined}
        />
      </div>
    </>
  )
}
