import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { editGoal } from '#server/concepts/goals/commands.ts'
import { editGoalInput } from '#server/concepts/goals/inputs.ts'
import { goalEditingFor } from '#server/concepts/goals/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { GoalFields } from './components/goal-fields.tsx'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params }) =>
  goalEditingFor(actor, params.school ?? '', params.goal ?? ''),
)

export const action = form(editGoalInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  const number = await editGoal(actor, school, params.goal ?? '', input)
  return redirectWithToast(paths.goal(school, number), 'Das Ziel ist gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Ziel bearbeiten – Medienkonzept – Lernen 25' }]

export default function EditGoal() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { goal } = view
  return (
    <>
      <SubHead title="Ziel bearbeiten" meta={goal.title} />
      <HouseForm reply={reply} autoComplete="off" className="grid max-w-[46rem] gap-5">
        <Overtaken reply={reply} version={goal.version} />
        <GoalFields {...view} given={{ ...goal, owners: goal.owners.map(({ id }) => id) }} />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={paths.goal(view.school.slug, goal.number)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
