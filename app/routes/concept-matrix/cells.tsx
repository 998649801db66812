import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Pages } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Link } from '#app/ui/link.tsx'
import { confirmSubject, restoreCell } from '#server/concepts/matrix/cells/commands.ts'
import type { Cell } from '#server/concepts/matrix/cells/contract.ts'
import { confirmInput, restoreCellInput } from '#server/concepts/matrix/cells/inputs.ts'
import { cellsFor } from '#server/concepts/matrix/cells/views.ts'
import { levelNames, statusNames } from '#server/concepts/matrix/cells/words.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { subjectTitle } from '#server/concepts/matrix/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { competencyName } from '#server/projects/competencies/contract.ts'

export const loader = page(({ actor, params, request }) =>
  cellsFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const action = forms({
  confirm: intent(confirmInput, async ({ actor, params: { school = '' }, input }) =>
    redirectWithToast(
      paths.cells(school, { fach: input.subject }),
      await confirmSubject(actor, school, input.subject),
    ),
  ),
  restore: intent(restoreCellInput, async ({ actor, params: { school = '' }, input }) => {
    await restoreCell(actor, school, input.cell)
    return redirectWithToast(paths.cells(school), 'Der Eintrag ist zurück.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Einträge zum Medienkompetenzrahmen – ${data?.school.name ?? ''} – Lernen 25` },
]

/** What the Fachkonferenzen have entered, by subject. */
export default function Cells() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { school, cells, subjects, subject, can, page: number, pages } = view
  const trouble = reply?.intent === 'restore' ? reply.error?.[''] : undefined
  return (
    <>
      <div role="status">
        {trouble && <p className="mb-3 font-semibold text-achtung">{trouble.join(' ')}</p>}
      </div>
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        {subjects.length > 0 && (
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <SelectField
              name="fach"
              label="Fach"
              empty="Alle Fächer"
              choices={subjects.map((one) => ({
                value: one.subject,
                label: `${one.title} (${one.count})`,
              }))}
              defaultValue={subject}
            />
            <Button variant="secondary">Anzeigen</Button>
          </Form>
        )}
        {can.add && (
          <ButtonLink to={paths.newCells(school.slug)}>Unterrichtsvorhaben eintragen</ButtonLink>
        )}
      </div>
      {can.confirm && (
        <Card
          title="Im neuen Schuljahr bestätigen"
          lead={`Alles, was in ${subjectTitle(subject)} erprobt oder verankert ist, wird auch ${view.schoolYear} unterrichtet.`}
        >
          <HouseForm reply={reply?.intent === 'confirm' ? reply : undefined}>
            <input type="hidden" name="subject" value={subject} />
            <div>
              <Button variant="secondary" name="intent" value="confirm">
                Für {view.schoolYear} bestätigen
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
      {cells.length === 0 ? (
        <EmptyState title="Hier ist noch nichts eingetragen.">
          Ein Unterrichtsvorhaben mit mehreren Kompetenzen tragen Sie in einem Formular ein.
        </EmptyState>
      ) : (
        <Card title={subject ? subjectTitle(subject) : 'Alle Einträge'}>
          <Table
            caption="Einträge zum Medienkompetenzrahmen"
            stacks
            columns={columnsFor(school.slug)}
            rows={cells}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
      <Pages
        label="Seiten der Einträge"
        page={number}
        pages={pages}
        linkTo={(seite) => paths.cells(school.slug, { fach: subject, seite: String(seite) })}
      />
    </>
  )
}

const columnsFor = (school: string): Column<Cell>[] => [
  {
    key: 'unit',
    title: 'Unterrichtsvorhaben',
    cell: ({ id, unit }) => (
      <Link to={paths.cell(school, id)} className="inline-flex min-h-11 items-center underline">
        {unit || 'Eintrag'}
      </Link>
    ),
  },
  { key: 'competency', title: 'Kompetenz', cell: ({ competency }) => competencyName(competency) },
  { key: 'subject', title: 'Fach', cell: ({ subject }) => subjectTitle(subject) },
  { key: 'grade', title: 'Jahrgang', cell: ({ gradeLevel }) => gradeName(gradeLevel) },
  {
    key: 'status',
    title: 'Stand',
    cell: ({ status, level, isBinding }) =>
      [statusNames[status], levelNames[level], isBinding && 'verbindlich']
        .filter(Boolean)
        .join(' · '),
  },
  {
    key: 'fresh',
    title: 'Zuletzt',
    cell: ({ lastTaught, confirmedOn }) =>
      [lastTaught, confirmedOn && `bestätigt ${day(confirmedOn)}`].filter(Boolean).join(' · ') ||
      '–',
  },
]
