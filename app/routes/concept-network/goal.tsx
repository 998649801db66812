import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { GoalList } from '#app/concepts/goal-list.tsx'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { day, plural } from '#app/ui/format.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { subjectNames } from '#server/accounts/words.ts'
import { goalStatusNames } from '#server/concepts/goals/words.ts'
import { adoptGoal, undoAdopting } from '#server/concepts/network/adopting/commands.ts'
import { goalAddress, publishedGoalFor } from '#server/concepts/network/adopting/views.ts'
import { adoptGoalInput, undoAdoptingInput } from '#server/concepts/network/inputs.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = visitorPage(({ actor, params }) =>
  publishedGoalFor(actor, goalAddress(params)),
)

export const action = forms({
  adopt: intent(adoptGoalInput, async ({ actor, input, params }) =>
    redirectWithToast(
      await adoptGoal(actor, goalAddress(params), input),
      'Das Ziel steht in Ihrem Entwurf.',
    ),
  ),
  undo: intent(undoAdoptingInput, async ({ actor, input, params, request }) => {
    await undoAdopting(actor, goalAddress(params), input)
    return redirectWithToast(new URL(request.url).pathname, 'Die Übernahme ist rückgängig gemacht.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.goal.title ?? 'Ziel'} – Konzepte – Lernen 25` },
]

export default function PublishedGoal() {
  const { goal, similar, adoptedBy } = useLoaderData<typeof loader>()
  const { status, why, successSign, competencies, subjects, gradeLevels, adoptedSchool } = goal
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Konzepte', to: paths.list() },
          { label: goal.schoolName, to: goal.version },
          { label: 'Ziel' },
        ]}
      />
      <PageHead
        kicker={`Ziel · ${goal.schoolName}`}
        title={goal.title}
        badge={
          <Badge tone={status === 'achieved' ? 'ok' : 'aktion'}>{goalStatusNames[status]}</Badge>
        }
        meta={
          <>
            <Link to={goal.version} className="underline">
              Version {goal.number}
            </Link>
            {adoptedBy > 0 && ` · von ${plural(adoptedBy, 'Schule', 'Schulen')} übernommen`}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
        <Card title="Worum es geht">
          <DefinitionList
            facts={[
              ['Warum', why],
              ['Gelungen, wenn', successSign],
              ['Bis', day(goal.dueOn)],
              ['Fächer', wordsOf(subjects, subjectNames)],
              ['Jahrgänge', gradeLevels.join(', ')],
              ['Kompetenzen', competencies.join(', ')],
              [
                'Netzwerkziel',
                goal.networkGoal && (
                  <Link to={goal.networkGoal.path} className="underline">
                    {goal.networkGoal.title}
                  </Link>
                ),
              ],
              ['Übernommen von', adoptedSchool],
            ]}
          />
        </Card>
        <Adopting />
        {similar.length > 0 && (
          <Card title="Andere Schulen mit demselben offenen Ziel" className="lg:col-span-full">
            <GoalList goals={similar} />
          </Card>
        )}
      </div>
    </>
  )
}

/** For those who write in the concept of another school; the goal comes with the name of the school that had it. */
function Adopting() {
  const { homes, clientKey, goal } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const open = homes.filter(({ taken }) => taken === null)
  const taken = homes.filter((home) => home.taken !== null)
  if (homes.length === 0) return null
  return (
    <Card title="Für Ihre Schule">
      <div className="grid gap-4">
        {taken.map((home) => (
          <div key={home.id} className="grid gap-2">
            <p>
              {home.school} hat dieses Ziel übernommen.{' '}
              <Link to={home.taken ?? ''} className="underline">
                Zum Ziel im Entwurf
              </Link>
            </p>
            <HouseForm reply={reply?.intent === 'undo' ? reply : undefined}>
              <input type="hidden" name="conceptId" value={home.id} />
              <Button name="intent" value="undo" variant="secondary">
                Übernahme rückgängig machen
              </Button>
            </HouseForm>
          </div>
        ))}
        {open.length > 0 && (
          <HouseForm
            reply={reply?.intent === 'adopt' ? reply : undefined}
            clientKey={clientKey}
            className="grid gap-3"
          >
            <p>
              Das Ziel kommt mit dem Hinweis „übernommen von {goal.schoolName}“ in Ihren Entwurf.
              Sie passen es dort an.
            </p>
            {open.length > 1 ? (
              <RadioRows
                name="conceptId"
                label="In welches Medienkonzept?"
                choices={open.map(({ id, school }) => ({ value: id, label: school }))}
                defaultValue={open[0]?.id}
              />
            ) : (
              <input type="hidden" name="conceptId" value={open[0]?.id} />
            )}
            <Button name="intent" value="adopt">
              In unser Konzept übernehmen
            </Button>
          </HouseForm>
        )}
      </div>
    </Card>
  )
}
