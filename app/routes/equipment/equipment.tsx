import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/equipment/paths.ts'
import { equipmentFor } from '#server/concepts/equipment/views.ts'
import { paths as talks } from '#server/concepts/talks/paths.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { SchoolTabs } from './components/school-tabs.tsx'
import { StandingTable } from './components/standing-table.tsx'

export const loader = page(({ actor, request }) =>
  equipmentFor(actor, new URL(request.url).searchParams.get('schule') || null),
)

export const meta: MetaFunction = () => [{ title: 'Ausstattung – Lernen 25' }]

export default function Equipment() {
  const { isOffice, choices, school, state, can } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Ausstattung"
        meta={
          school
            ? `${school.name}, ${schoolFormWords[school.form]}`
            : 'Was Schulen zusteht, was sie haben und was sie brauchen.'
        }
        actions={
          <>
            <ButtonLink to={talks.list()}>Gespräche</ButtonLink>
            <ButtonLink to={paths.standard(school?.form)}>Standard ansehen</ButtonLink>
            {can.manage && <ButtonLink to={paths.manage()}>Standard bearbeiten</ButtonLink>}
            {can.manage && <ButtonLink to={paths.report()}>Bedarfsbericht</ButtonLink>}
          </>
        }
      />
      {(isOffice || choices.length > 1) && (
        <Form method="get" className="mb-5 flex flex-wrap items-end gap-3">
          <SelectField
            {...{ name: 'schule', label: 'Schule', choices, empty: 'Bitte wählen' }}
            defaultValue={school?.slug}
            className="min-w-0 max-w-full"
          />
          <Button variant="secondary">Anzeigen</Button>
        </Form>
      )}
      {school && state ? (
        <OfSchool {...{ school, state, canCount: can.count }} />
      ) : (
        <EmptyState title={isOffice ? 'Wählen Sie eine Schule.' : 'Sie gehören zu keiner Schule.'}>
          Den Standard der Grundausstattung lesen alle.
        </EmptyState>
      )}
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** What one school is entitled to, has and lacks. */
function OfSchool({
  school,
  state,
  canCount,
}: {
  school: NonNullable<View['school']>
  state: NonNullable<View['state']>
  canCount: boolean
}) {
  return (
    <>
      <SchoolTabs slug={school.slug} />
      <Card
        title="Anspruch und Bestand"
        lead={state.standard ? undefined : 'Für diese Schulform gilt noch kein Standard.'}
      >
        <p className="mb-3 text-leise">
          {state.figures
            ? `Gerechnet mit ${plural(state.figures.pupils, 'Lernenden', 'Lernenden')}, ${plural(state.figures.teachers, 'Lehrkraft', 'Lehrkräften')} und ${plural(state.figures.rooms, 'Unterrichtsraum', 'Unterrichtsräumen')} im Schuljahr ${state.figures.schoolYear}.`
            : 'Die Zahlen der Schule fehlen noch.'}{' '}
          {canCount && (
            <Link to={paths.stock(school.slug)} className="underline">
              Zahlen und Bestand eintragen
            </Link>
          )}
        </p>
        <StandingTable lines={state.lines} />
      </Card>
    </>
  )
}
