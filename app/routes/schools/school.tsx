import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Pencil from 'lucide-react/icons/pencil'
import Users from 'lucide-react/icons/users'
import { visitorPage } from '#app/http/page.ts'
import { SchoolConcept } from '#app/routes/schools/components/school-concept.tsx'
import { SchoolFacts } from '#app/routes/schools/components/school-facts.tsx'
import { SchoolPlgs } from '#app/routes/schools/components/school-plgs.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as equipment } from '#server/concepts/equipment/paths.ts'
import { conceptOfSchool } from '#server/concepts/network/views.ts'
import { plgsOfSchool } from '#server/plg/views.ts'
import { paths as projects } from '#server/projects/paths.ts'
import { readsTransferOf } from '#server/projects/transfer/views.ts'
import type { Operation } from '#server/schools/contract.ts'
import { paths } from '#server/schools/paths.ts'
import { schoolPage } from '#server/schools/views.ts'
import { paths as software } from '#server/software/paths.ts'
import { paths as visits } from '#server/visits/paths.ts'
import { districtWords, operationWords, schoolFormWords } from '#server/schools/words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export const loader = visitorPage(async ({ actor, params }) => {
  const view = await schoolPage(actor, params.school ?? '')
  const isSignedIn = actor !== null
  const readsTransfer = readsTransferOf(actor, view.school.id)
  const [plgs, concept] = await Promise.all([
    plgsOfSchool(view.school.id, actor),
    conceptOfSchool(actor, view.school.id),
  ])
  return { ...view, isSignedIn, readsTransfer, plgs, concept }
})

export default function School() {
  const { school, can, isSignedIn, readsTransfer, plgs, concept } = useLoaderData<typeof loader>()
  const place = school.district ? districtWords[school.district] : school.city
  return (
    <>
      <Breadcrumb steps={[{ label: 'Schulen', to: paths.list() }, { label: school.name }]} />
      <PageHead
        title={school.name}
        meta={`${schoolFormWords[school.form]}, ${place}`}
        badge={
          school.operation !== 'open' && (
            <Badge tone={school.operation === 'closed' ? 'offen' : 'achtung'}>
              {operationWords[school.operation]}
            </Badge>
          )
        }
        actions={
          <>
            {can.lookAfter && (
              <>
                <ButtonLink to={paths.people(school.slug)} icon={Users}>
                  Personen
                </ButtonLink>
                <ButtonLink to={paths.freeDays(school.slug)}>Ferientage</ButtonLink>
                <ButtonLink to={software.ofSchool(school.slug)}>Apps</ButtonLink>
                <ButtonLink to={equipment.start(school.slug)}>Ausstattung</ButtonLink>
              </>
            )}
            {can.head && (
              <>
                <ButtonLink to={paths.plgs(school.slug)}>PLGs der Schule</ButtonLink>
                <ButtonLink to={visits.releases(school.slug)}>Hospitationen</ButtonLink>
              </>
            )}
            {readsTransfer && (
              <ButtonLink to={projects.schoolTransfer(school.slug)}>Transferbögen</ButtonLink>
            )}
            {can.administrate && (
              <ButtonLink to={paths.edit(school.slug)} icon={Pencil}>
                Bearbeiten
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <OperationNotice operation={school.operation} />
        <SchoolFacts school={school} />
        {concept && <SchoolConcept concept={concept} />}
        {isSignedIn && (
          <div className="lg:col-span-2">
            <SchoolPlgs plgs={plgs} />
          </div>
        )}
      </div>
    </>
  )
}

const SENTENCES: Partial<Record<Operation, string>> = {
  closing: 'Diese Schule läuft aus: Sie nimmt keine neuen Klassen auf und wird später geschlossen.',
  planned: 'Diese Schule nimmt ihren Betrieb erst noch auf.',
  resting: 'Der Betrieb dieser Schule ruht.',
  closed: 'Diese Schule ist geschlossen. Was sie mit anderen erarbeitet hat, bleibt erhalten.',
}

function OperationNotice({ operation }: { operation: Operation }) {
  const sentence = SENTENCES[operation]
  if (!sentence) return null
  return (
    <div className="lg:col-span-2">
      <Notice tone="info">{sentence}</Notice>
    </div>
  )
}
