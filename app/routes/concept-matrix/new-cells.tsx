import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { createCells } from '#server/concepts/matrix/cells/commands.ts'
import { createCellsInput } from '#server/concepts/matrix/cells/inputs.ts'
import { newCellsFor } from '#server/concepts/matrix/cells/views.ts'
import { words } from '#server/concepts/matrix/cells/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { CellFields } from './components/cell-fields.tsx'
import { COMPETENCY_CHOICES } from './components/competency-choices.ts'

export const loader = page(({ actor, params, request }) =>
  newCellsFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const action = form(createCellsInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  const { made, known } = await createCells(actor, school, input)
  return redirectWithToast(paths.cells(school, { fach: input.subject }), words.made(made, known))
})

export const meta: MetaFunction = () => [{ title: 'Unterrichtsvorhaben eintragen – Lernen 25' }]

/** One Unterrichtsvorhaben with all its competencies and grades at once. */
export default function NewCells() {
  const { school, subjects, grades, lessons, competencies, clientKey } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="eintragen" className="max-w-[46rem]">
      <h2 id="eintragen" className="mb-4 text-xl">
        Unterrichtsvorhaben eintragen
      </h2>
      <HouseForm reply={reply} clientKey={clientKey} autoComplete="off">
        <CellFields subjects={subjects} lessons={lessons} />
        <CheckGroup
          name="gradeLevels"
          label="Jahrgänge"
          columns
          choices={grades}
          hint="Für jeden Jahrgang und jede Kompetenz entsteht ein Eintrag."
        />
        <CheckGroup
          name="competencies"
          label="Kompetenzen"
          choices={COMPETENCY_CHOICES}
          defaultValue={competencies}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Unterrichtsvorhaben eintragen</Button>
          <ButtonLink variant="tertiary" to={paths.workingMatrix(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}
