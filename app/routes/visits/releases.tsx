import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths as schools } from '#server/schools/paths.ts'
import { paths } from '#server/visits/paths.ts'
import { decideRelease } from '#server/visits/releases/commands.ts'
import { releaseInput } from '#server/visits/releases/inputs.ts'
import { releasesFor } from '#server/visits/releases/views.ts'
import { releaseNote } from '#server/visits/words.ts'
import { ReleaseCard } from './components/release-card.tsx'

export const loader = page(({ actor, params, request }) =>
  releasesFor(actor, params.school ?? '', new URL(request.url).searchParams.get('seite')),
)

export const action = form(releaseInput, async ({ actor, params, input }) => {
  const slug = params.school ?? ''
  await decideRelease(actor, slug, input)
  return redirectWithToast(
    paths.releases(slug),
    input.release === 'granted' ? 'Ihre Freigabe ist eingetragen.' : 'Ihr Nein ist eingetragen.',
  )
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Freigaben – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function Releases() {
  const { school, releases } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const answered = reply?.initialValue
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: schools.list() },
          { label: school.name, to: schools.school(school.slug) },
          { label: 'Freigaben' },
        ]}
      />
      <PageHead
        title="Freigaben für Hospitationen"
        meta="Wer aus Ihrer Schule wann an welcher Schule hospitiert. Was dort beobachtet und besprochen wird, lesen nur die Beteiligten."
      />
      <div className="grid gap-4">
        <Notice>{releaseNote}</Notice>
        {releases.rows.length > 0 ? (
          releases.rows.map((line) => (
            <ReleaseCard
              key={line.key}
              line={line}
              reply={
                answered?.visitId === line.visitId && answered.personId === line.personId
                  ? reply
                  : undefined
              }
            />
          ))
        ) : (
          <EmptyState title="Zurzeit hospitiert niemand aus Ihrer Schule.">
            Sobald ein Besuch verabredet ist, werden Sie hier gefragt.
          </EmptyState>
        )}
        <Pages
          label="Seiten der Liste"
          page={releases.page}
          pages={releases.pages}
          linkTo={(page) => paths.releases(school.slug, page)}
        />
      </div>
    </>
  )
}
