import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import { redirect } from '@remix-run/node'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { moveGoal, putGoalAway } from '#server/concepts/goals/commands.ts'
import { byNumberInput, moveGoalInput } from '#server/concepts/goals/inputs.ts'
import { goalsFor } from '#server/concepts/goals/views.ts'
import { goalStatusNames } from '#server/concepts/goals/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { GoalCard } from './components/goal-card.tsx'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const asked = pageNumber(searchParams.get('seite'))
  return goalsFor(actor, params.school ?? '', searchParams, asked)
})

export const action = forms({
  move: intent(moveGoalInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await moveGoal(actor, school, input)
    return redirect(`${paths.goals(school)}#ziel-${input.goal}`, 303)
  }),
  restore: intent(byNumberInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await putGoalAway(actor, school, input.goal, false)
    return redirectWithToast(paths.goal(school, input.goal), 'Das Ziel ist wieder da.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Ziele – Medienkonzept – Lernen 25' }]

/** All goals of the concept; in what order they stand says the school. */
export default function Goals() {
  const view = useLoaderData<typeof loader>()
  const { school, rows, status, counts, can } = view
  return (
    <>
      <SubHead
        title="Ziele"
        actions={
          can.write && (
            <ButtonLink variant="primary" icon={Plus} to={paths.newGoal(school.slug)}>
              Ziel anlegen
            </ButtonLink>
          )
        }
      />
      <HouseForm method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="stand"
          label="Stand"
          empty="Offen (in Arbeit, geplant, Idee)"
          choices={counts.map(({ value, count }) => ({
            ...{ value, label: `${goalStatusNames[value]} (${count})` },
          }))}
          defaultValue={status}
        />
        <Button variant="secondary">Anzeigen</Button>
      </HouseForm>
      {rows.length === 0 && <EmptyState title="Hier steht noch kein Ziel." />}
      <ul className="grid gap-4" aria-label="Ziele">
        {rows.map((goal, at) => (
          <GoalCard key={goal.id} goal={goal} school={school.slug} now={view.now} showsStatus>
            {can.write && status === '' && (
              <OrderButtons
                number={goal.number}
                title={goal.title}
                isFirst={at === 0 && view.page === 1}
                isLast={at === rows.length - 1 && view.page === view.pages}
              />
            )}
          </GoalCard>
        ))}
      </ul>
      <Pages
        label="Seiten der Ziele"
        page={view.page}
        pages={view.pages}
        linkTo={(number) =>
          `?${new URLSearchParams({ stand: status, seite: String(number) }).toString()}`
        }
      />
    </>
  )
}

function OrderButtons(props: { number: number; title: string; isFirst: boolean; isLast: boolean }) {
  const { number, title, isFirst, isLast } = props
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="goal" value={number} />
      {!isFirst && (
        <Button variant="tertiary" icon={ArrowUp} name="way" value="up">
          Nach oben<span className="sr-only">: {title}</span>
        </Button>
      )}
      {!isLast && (
        <Button variant="tertiary" icon={ArrowDown} name="way" value="down">
          Nach unten<span className="sr-only">: {title}</span>
        </Button>
      )}
    </Form>
  )
}
