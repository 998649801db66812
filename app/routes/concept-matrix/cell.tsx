import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { Link } from '#app/ui/link.tsx'
import { deleteCell, editCell } from '#server/concepts/matrix/cells/commands.ts'
import { deleteCellInput, editCellInput } from '#server/concepts/matrix/cells/inputs.ts'
import { cellFor } from '#server/concepts/matrix/cells/views.ts'
import { levelNames, statusNames } from '#server/concepts/matrix/cells/words.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { subjectTitle } from '#server/concepts/matrix/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { competencyName } from '#server/projects/competencies/contract.ts'
import { paths as softwarePaths } from '#server/software/paths.ts'
import { standingNames } from '#server/software/standing/words.ts'
import { CellFields } from './components/cell-fields.tsx'
import { COMPETENCY_CHOICES } from './components/competency-choices.ts'

export const loader = page(({ actor, params }) =>
  cellFor(actor, params.school ?? '', params.cell ?? ''),
)

export const action = forms({
  edit: intent(editCellInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await editCell(actor, school, params.cell ?? '', input)
    return redirectWithToast(
      paths.cells(school, { fach: input.subject }),
      'Der Eintrag ist gespeichert.',
    )
  }),
  delete: intent(deleteCellInput, async ({ actor, params }) => {
    const { school = '', cell = '' } = params
    await deleteCell(actor, school, cell)
    const list = paths.cells(school)
    return redirectWithToast(list, {
      text: 'Der Eintrag ist gelöscht.',
      undo: { action: list, fields: { intent: 'restore', cell }, label: 'Rückgängig' },
    })
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.cell.unit ?? 'Eintrag'} – Medienkompetenzrahmen – Lernen 25` },
]

/** One entry of a Fachkonferenz. */
export default function CellPage() {
  const view = useLoaderData<typeof loader>()
  const { cell, apps, choices } = view
  return (
    <>
      <Card
        title={cell.unit || 'Eintrag'}
        lead={`${competencyName(cell.competency)} · ${subjectTitle(cell.subject)} · Jahrgang ${gradeName(cell.gradeLevel)}`}
      >
        <p>
          {[
            statusNames[cell.status],
            levelNames[cell.level],
            cell.isBinding && 'verbindlich',
            cell.lastTaught && `zuletzt ${cell.lastTaught}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {cell.technology && <p>Technik: {cell.technology}</p>}
        {cell.teacherSkills && <p>Was Lehrkräfte können müssen: {cell.teacherSkills}</p>}
        {cell.priorKnowledge && <p>Was Lernende schon können müssen: {cell.priorKnowledge}</p>}
        {apps.map(({ slug, name, standing }) => (
          <p key={slug}>
            <Link
              to={softwarePaths.product(slug)}
              className="inline-flex min-h-11 items-center underline"
            >
              {name}
            </Link>
            : {standingNames[standing]}
          </p>
        ))}
      </Card>
      {choices && <EditForm view={view} choices={choices} />}
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function EditForm({ view, choices }: { view: View; choices: NonNullable<View['choices']> }) {
  const reply = useActionData<typeof action>()
  const { school, cell, lessonIds, software } = view
  const grades = choices.grades.some(({ value }) => value === cell.gradeLevel)
    ? choices.grades
    : [{ value: cell.gradeLevel, label: gradeName(cell.gradeLevel) }, ...choices.grades]
  return (
    <section aria-labelledby="bearbeiten" className="max-w-[46rem]">
      <h2 id="bearbeiten" className="mb-4 text-xl">
        Bearbeiten
      </h2>
      <HouseForm reply={reply?.intent === 'edit' ? reply : undefined} autoComplete="off">
        <Overtaken reply={reply} version={cell.version} />
        <CellFields
          cell={cell}
          subjects={choices.subjects}
          lessons={choices.lessons}
          lessonIds={lessonIds}
          software={software}
        />
        <SelectField
          name="competency"
          label="Kompetenz"
          choices={COMPETENCY_CHOICES}
          defaultValue={cell.competency}
        />
        <SelectField
          name="gradeLevel"
          label="Jahrgang"
          choices={grades}
          defaultValue={cell.gradeLevel}
        />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="edit">
            Eintrag speichern
          </Button>
          <ButtonLink variant="tertiary" to={paths.cells(school.slug, { fach: cell.subject })}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
      <HouseForm className="mt-6" reply={reply?.intent === 'delete' ? reply : undefined}>
        <Button variant="secondary" name="intent" value="delete">
          Eintrag löschen
        </Button>
      </HouseForm>
    </section>
  )
}
