import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { createGoal } from '#server/concepts/goals/commands.ts'
import { newGoalInput } from '#server/concepts/goals/inputs.ts'
import { newGoalFor } from '#server/concepts/goals/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { GoalFields } from './components/goal-fields.tsx'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params, request }) =>
  newGoalFor(actor, params.school ?? '', new URL(request.url).searchParams.get('schritt')),
)

export const action = form(newGoalInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  const number = await createGoal(actor, school, input)
  return redirectWithToast(paths.goal(school, number), 'Das Ziel ist angelegt.')
})

export const meta: MetaFunction = () => [{ title: 'Ziel anlegen – Medienkonzept – Lernen 25' }]

export default function NewGoal() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <SubHead
        title="Ziel anlegen"
        meta="Ein Satz und ein Tag genügen. Alles andere geht später."
      />
      <HouseForm
        reply={reply}
        clientKey={view.clientKey}
        autoComplete="off"
        className="grid max-w-[46rem] gap-5"
      >
        <GoalFields
          {...view}
          given={{ dueOn: view.dueOn, owners: [view.me], parentId: view.parentId || null }}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Ziel anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.draft(view.school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
