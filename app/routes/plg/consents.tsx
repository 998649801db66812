import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/plg/paths.ts'
import { decideConsent } from '#server/plg/seats/commands.ts'
import { consentInput } from '#server/plg/seats/inputs.ts'
import { consentsFor } from '#server/plg/seats/views.ts'
import { paths as projects } from '#server/projects/paths.ts'
import { paths as schools } from '#server/schools/paths.ts'
import { paths as visitPaths } from '#server/visits/paths.ts'
import { SeatCard } from './components/seat-card.tsx'

export const loader = page(({ actor, params }) => consentsFor(actor, params.school ?? ''))

export const action = form(consentInput, async ({ actor, params, input }) => {
  await decideConsent(actor, params.school ?? '', input)
  return redirectWithToast(
    paths.consents(params.school ?? ''),
    input.consent === 'granted'
      ? 'Ihre Zustimmung ist eingetragen.'
      : 'Ihre Ablehnung ist eingetragen.',
  )
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `PLGs – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function Consents() {
  const { school, seats } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: schools.list() },
          { label: school.name, to: schools.school(school.slug) },
          { label: 'PLGs' },
        ]}
      />
      <PageHead
        title="PLGs Ihrer Schule"
        meta="Mit Ihrer Zustimmung arbeitet die Schule mit, nicht nur die Person. Was in einer PLG besprochen wird, lesen nur ihre Mitglieder."
        actions={
          <>
            <ButtonLink to={visitPaths.releases(school.slug)}>
              Freigaben für Hospitationen
            </ButtonLink>
            <ButtonLink to={projects.schoolTransfer(school.slug)}>Transferbögen</ButtonLink>
          </>
        }
      />
      {seats.length > 0 ? (
        <div className="grid gap-4">
          {seats.map((seat) => (
            <SeatCard
              key={seat.id}
              seat={seat}
              reply={reply?.initialValue?.plgId === seat.id ? reply : undefined}
            />
          ))}
        </div>
      ) : (
        <EmptyState title="Zurzeit arbeitet niemand Ihrer Schule in einer PLG mit.">
          Sobald die erste Lehrkraft einer PLG beitritt, werden Sie hier gefragt.
        </EmptyState>
      )}
    </>
  )
}
