import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { saveOwnLists } from '#server/concepts/matrix/grades/commands.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { ownListsInput } from '#server/concepts/matrix/grades/inputs.ts'
import { ownListsFor } from '#server/concepts/matrix/grades/views.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = page(({ actor, params }) => ownListsFor(actor, params.school ?? ''))

export const action = form(ownListsInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  await saveOwnLists(actor, school, input)
  return redirectWithToast(paths.workingMatrix(school), 'Fächer und Stufen sind gespeichert.')
})

export const meta: MetaFunction = () => [{ title: 'Eigene Fächer und Stufen – Lernen 25' }]

/** Subjects beside the usual ones, and levels where a school has no years. */
export default function OwnLists() {
  const { school, subjects, levels } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="eigene" className="max-w-[46rem]">
      <h2 id="eigene" className="mb-4 text-xl">
        Eigene Fächer und Stufen
      </h2>
      <HouseForm reply={reply} autoComplete="off">
        <TextArea
          name="subjects"
          label="Eigene Fächer"
          optional
          rows={6}
          defaultValue={subjects.join('\n')}
          hint="Neben den üblichen, jedes in einer Zeile: zum Beispiel „Medien-AG“ oder „Darstellen und Gestalten“."
        />
        <TextArea
          name="levels"
          label="Eigene Stufen"
          optional
          rows={6}
          defaultValue={levels.map(gradeName).join('\n')}
          hint="Statt Jahrgängen, in ihrer Reihenfolge: zum Beispiel „Unterstufe“ oder „Einzelhandel 1“."
        />
        <div className="flex flex-wrap gap-3">
          <Button>Fächer und Stufen speichern</Button>
          <ButtonLink variant="tertiary" to={paths.workingMatrix(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}
